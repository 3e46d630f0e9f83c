package cn.yigongti.platform.outbound.call;

import java.security.NoSuchAlgorithmException;

import javax.net.ssl.SSLContext;

import cn.yigongti.platform.outbound.HostNames;
import cn.yigongti.platform.outbound.OutboundGuard;
import cn.yigongti.platform.outbound.OutboundProperties;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OutboundProperties.class)
public class OutboundConfiguration {

	@Bean
	@ConditionalOnMissingBean
	HostNames hostNames() {
		return HostNames.ofSystem();
	}

	@Bean
	OutboundGuard outboundGuard(OutboundProperties properties, HostNames names) {
		return new OutboundGuard(properties, names);
	}

	@Bean
	OutboundClients outboundClients(OutboundGuard guard, OutboundProperties properties, SslBundles bundles)
			throws NoSuchAlgorithmException {
		return new OutboundClients(guard, tls(properties.sslBundle(), bundles));
	}

	private static SSLContext tls(@Nullable String bundle, SslBundles bundles) throws NoSuchAlgorithmException {
		return (bundle != null) ? bundles.getBundle(bundle).createSslContext() : SSLContext.getDefault();
	}

}
