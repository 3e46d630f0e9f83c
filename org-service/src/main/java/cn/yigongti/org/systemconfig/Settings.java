package cn.yigongti.org.systemconfig;

import java.util.Optional;

import cn.yigongti.platform.outbound.OutboundGuard;
import org.jspecify.annotations.Nullable;

/**
 * What is set at one organization; {@code null} leaves a value open, to be inherited.
 *
 * @param systemName what its staff read at the top of the page
 * @param systemApiUrl base address of its Cloud HIS
 * @param consultationApiUrl base address of its remote-consultation system
 * @param platformUrl where its staff find the platform
 * @param regional whether it works on the regional platform
 */
public record Settings(@Nullable String systemName, @Nullable String systemApiUrl, @Nullable String consultationApiUrl,
		@Nullable String platformUrl, @Nullable Boolean regional) {

	static final Settings NONE = new Settings(null, null, null, null, null);

	/**
	 * The same in the one spelling that is kept and compared.
	 * @throws cn.yigongti.platform.outbound.AddressRefused when an address may not be
	 * called
	 */
	Settings spelled(OutboundGuard guard) {
		return new Settings(Optional.ofNullable(this.systemName).map(String::strip).orElse(null),
				spelled(guard, this.systemApiUrl), spelled(guard, this.consultationApiUrl),
				spelled(guard, this.platformUrl), this.regional);
	}

	private static @Nullable String spelled(OutboundGuard guard, @Nullable String address) {
		return (address != null) ? guard.read(address).toString() : null;
	}

}
