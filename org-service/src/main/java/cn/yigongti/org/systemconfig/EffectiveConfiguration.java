package cn.yigongti.org.systemconfig;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What applies at an organization today. Values that nobody sets are missing.
 *
 * @param iconUrl path from the root of the platform
 * @param own what is set at the organization itself
 */
public record EffectiveConfiguration(UUID organizationId, @Nullable Sourced<String> systemName,
		@Nullable Sourced<String> iconUrl, @Nullable Sourced<String> systemApiUrl,
		@Nullable Sourced<String> consultationApiUrl, @Nullable Sourced<String> platformUrl,
		@Nullable Sourced<Boolean> regional, Settings own) {

	static EffectiveConfiguration of(UUID organizationId, List<Contribution> nearestFirst) {
		return new EffectiveConfiguration(organizationId,
				Contribution.nearest(nearestFirst, (one) -> one.settings().systemName()),
				Contribution.nearest(nearestFirst, Contribution::iconUrl),
				Contribution.nearest(nearestFirst, (one) -> one.settings().systemApiUrl()),
				Contribution.nearest(nearestFirst, (one) -> one.settings().consultationApiUrl()),
				Contribution.nearest(nearestFirst, (one) -> one.settings().platformUrl()),
				Contribution.nearest(nearestFirst, (one) -> one.settings().regional()), Contribution.own(nearestFirst));
	}

	/**
	 * A hash that changes whenever anything shown here does, also when it was changed
	 * elsewhere or by the calendar. A version of what is set here would not do.
	 */
	public String tag() {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(JsonMapper.shared().writeValueAsBytes(this)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
