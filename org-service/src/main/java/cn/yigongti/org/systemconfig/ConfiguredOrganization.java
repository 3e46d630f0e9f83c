package cn.yigongti.org.systemconfig;

import java.util.UUID;

import cn.yigongti.platform.caller.DataScope;
import org.jspecify.annotations.Nullable;

/** A configuration with what decides who may see it. */
record ConfiguredOrganization(EffectiveConfiguration configuration, @Nullable UUID consortiumId, String regionCode) {

	boolean isWithin(DataScope scope) {
		return scope.covers(this.configuration.organizationId(), this.consortiumId, this.regionCode);
	}

}
