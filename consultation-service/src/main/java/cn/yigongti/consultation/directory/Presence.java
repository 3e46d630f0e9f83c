package cn.yigongti.consultation.directory;

import java.util.UUID;

/**
 * Whether a person is on the staff of an organization now: as its HIS says, or as the
 * iam-service knew it last while that HIS can't be asked.
 */
public record Presence(boolean active, UUID organizationId) {

	public boolean isAt(UUID organization) {
		return this.active && this.organizationId.equals(organization);
	}

}
