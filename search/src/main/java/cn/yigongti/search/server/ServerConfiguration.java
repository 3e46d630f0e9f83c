package cn.yigongti.search.server;

import java.util.Objects;

import javax.net.ssl.SSLContext;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SearchProperties.class)
public class ServerConfiguration {

	@Bean
	@ConditionalOnProperty("yigongti.search.uri")
	SearchServer searchServer(SearchProperties properties, ObjectProvider<SslBundles> bundles) {
		String bundle = properties.sslBundle();
		SSLContext tls = (bundle != null) ? bundles.getObject().getBundle(bundle).createSslContext() : null;
		return new SearchServer(Objects.requireNonNull(properties.uri()), properties, tls);
	}

}
