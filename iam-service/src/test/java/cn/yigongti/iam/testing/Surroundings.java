package cn.yigongti.iam.testing;

import java.util.List;

import cn.yigongti.platform.test.PeerServer;
import cn.yigongti.platform.test.TestIssuer;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.test.context.DynamicPropertyRegistrar;

/**
 * Stubs of org-service and of a Cloud HIS, a clock to move, and trust in minted tokens
 * besides the service's own.
 */
@TestConfiguration(proxyBeanMethods = false)
@Import({ County.class, People.class, Declarations.class })
public class Surroundings {

	static final String OPERATOR_SECRET = "operator-secret-of-this-test";

	static final String SERVICE_SECRET = "service-secret-of-this-test";

	static final PeerServer ORG_SERVICE = PeerServer.started();

	static final WireMockServer HIS = PeerServer.started();

	@Bean
	DynamicPropertyRegistrar peers() {
		return (registry) -> {
			registry.add("spring.cloud.discovery.client.simple.instances.org-service[0].uri", ORG_SERVICE::baseUrl);
			registry.add("yigongti.cloud-his.url", HIS::baseUrl);
		};
	}

	@Bean
	MovableClock movableClock() {
		return new MovableClock();
	}

	@Bean
	@Primary
	JwtDecoder ownAndMintedTokens(JWKSource<SecurityContext> keys) {
		List<NimbusJwtDecoder> decoders = List.of(NimbusJwtDecoder.withJwkSource(keys).build(),
				NimbusJwtDecoder.withJwkSetUri(TestIssuer.jwkSetUri()).build());
		decoders
			.forEach((decoder) -> decoder.setJwtValidator(JwtValidators.createDefaultWithIssuer(TestIssuer.ISSUER)));
		return (token) -> {
			try {
				return decoders.getFirst().decode(token);
			}
			catch (JwtException ex) {
				return decoders.getLast().decode(token);
			}
		};
	}

}
