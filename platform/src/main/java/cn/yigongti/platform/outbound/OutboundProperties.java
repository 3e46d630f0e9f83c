package cn.yigongti.platform.outbound;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where users may let our servers call. With nothing listed nothing may be called.
 *
 * @param allowedHosts names such as {@code his.example.cn}, or {@code *.example.cn} for
 * every name below; IP addresses are listed like names. Ports 80 and 443 unless
 * {@code :port} follows, or {@code :*} for any
 * @param allowedNetworks private networks in which those hosts may be, such as
 * {@code 10.20.0.0/16}; without them a host must have public addresses only
 * @param sslBundle the SSL bundle ({@code spring.ssl.bundle}) whose authorities are
 * trusted; without it those of the JVM
 */
@ConfigurationProperties("yigongti.outbound")
public record OutboundProperties(@DefaultValue List<String> allowedHosts, @DefaultValue List<String> allowedNetworks,
		@Nullable String sslBundle) {

	public OutboundProperties {
		allowedHosts = List.copyOf(allowedHosts);
		allowedNetworks = List.copyOf(allowedNetworks);
	}

}
