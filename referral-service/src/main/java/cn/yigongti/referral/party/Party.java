package cn.yigongti.referral.party;

import java.util.UUID;

import cn.yigongti.platform.caller.DataScope;
import cn.yigongti.referral.directory.Organization;
import cn.yigongti.referral.directory.Tier;
import org.jspecify.annotations.Nullable;

/** An organization on one side, as it stood when the relation or referral was made. */
public record Party(UUID id, String name, Tier tier, @Nullable UUID consortiumId, String regionCode) {

	public static Party of(Organization organization) {
		return new Party(organization.id(), organization.name(), organization.tier(), organization.consortiumId(),
				organization.regionCode());
	}

	public boolean isWithin(DataScope scope) {
		return scope.covers(this.id, this.consortiumId, this.regionCode);
	}

}
