package cn.yigongti.iam.authorization;

import cn.yigongti.platform.resealing.SealedTable;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where private keys are at rest. */
@Configuration(proxyBeanMethods = false)
class SealedKeys {

	@Bean
	SealedTable sealedSigningKeys() {
		return SealedTable.of("signing_key", "kid", "text").encrypted("private_jwk");
	}

}
