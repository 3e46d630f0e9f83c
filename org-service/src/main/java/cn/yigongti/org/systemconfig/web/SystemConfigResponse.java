package cn.yigongti.org.systemconfig.web;

import java.util.Optional;
import java.util.UUID;

import cn.yigongti.org.systemconfig.EffectiveConfiguration;
import cn.yigongti.org.systemconfig.Origin;
import cn.yigongti.org.systemconfig.Settings;
import cn.yigongti.org.systemconfig.Sourced;
import org.jspecify.annotations.Nullable;

/**
 * A configuration as clients see it: what applies at the organization, and what of it is
 * set there.
 */
record SystemConfigResponse(UUID organizationId, @Nullable String systemName, @Nullable String iconUrl,
		@Nullable String systemApiUrl, @Nullable String consultationApiUrl, @Nullable String platformUrl,
		@Nullable Boolean regional, Sources sources, Settings own) {

	/** From where each value comes that there is. */
	record Sources(@Nullable Source systemName, @Nullable Source iconUrl, @Nullable Source systemApiUrl,
			@Nullable Source consultationApiUrl, @Nullable Source platformUrl, @Nullable Source regional) {

	}

	record Source(Origin from, UUID organizationId) {

	}

	static SystemConfigResponse of(EffectiveConfiguration effective) {
		return new SystemConfigResponse(effective.organizationId(), value(effective.systemName()),
				value(effective.iconUrl()), value(effective.systemApiUrl()), value(effective.consultationApiUrl()),
				value(effective.platformUrl()), value(effective.regional()), sources(effective), effective.own());
	}

	private static Sources sources(EffectiveConfiguration effective) {
		return new Sources(source(effective.systemName()), source(effective.iconUrl()),
				source(effective.systemApiUrl()), source(effective.consultationApiUrl()),
				source(effective.platformUrl()), source(effective.regional()));
	}

	private static <T> @Nullable T value(@Nullable Sourced<T> sourced) {
		return (sourced != null) ? sourced.value() : null;
	}

	private static @Nullable Source source(@Nullable Sourced<?> sourced) {
		return Optional.<Sourced<?>>ofNullable(sourced)
			.map((known) -> new Source(known.from(), known.organizationId()))
			.orElse(null);
	}

}
