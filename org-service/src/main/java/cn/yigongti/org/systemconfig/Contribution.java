package cn.yigongti.org.systemconfig;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import cn.yigongti.org.systemconfig.icon.IconAddress;
import org.jspecify.annotations.Nullable;

/**
 * What one organization has to give to another's configuration, or to its own.
 *
 * @param iconHash of the icon's content
 */
record Contribution(UUID organizationId, Origin origin, Settings settings, @Nullable String iconHash) {

	@Nullable String iconUrl() {
		return (this.iconHash != null) ? IconAddress.of(this.organizationId, this.iconHash) : null;
	}

	/** The value of the first that has one. */
	static <T> @Nullable Sourced<T> nearest(List<Contribution> nearestFirst,
			Function<Contribution, @Nullable T> setting) {
		for (Contribution contribution : nearestFirst) {
			T value = setting.apply(contribution);
			if (value != null) {
				return new Sourced<>(value, contribution.origin, contribution.organizationId);
			}
		}
		return null;
	}

	static Settings own(List<Contribution> contributions) {
		return contributions.stream()
			.filter((one) -> one.origin == Origin.OWN)
			.map(Contribution::settings)
			.findFirst()
			.orElse(Settings.NONE);
	}

}
