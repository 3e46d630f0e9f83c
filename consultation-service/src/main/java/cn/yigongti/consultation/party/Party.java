package cn.yigongti.consultation.party;

import java.util.UUID;

import cn.yigongti.consultation.directory.Organization;
import cn.yigongti.consultation.directory.Tier;
import cn.yigongti.platform.caller.DataScope;
import org.jspecify.annotations.Nullable;

/**
 * An organization on one side, as it stood when the relation or consultation was made.
 */
public record Party(UUID id, String name, Tier tier, @Nullable UUID consortiumId, String regionCode) {

	public static Party of(Organization organization) {
		return new Party(organization.id(), organization.name(), organization.tier(), organization.consortiumId(),
				organization.regionCode());
	}

	public boolean isWithin(DataScope scope) {
		return scope.covers(this.id, this.consortiumId, this.regionCode);
	}

}
