package cn.yigongti.iam.secondfactor;

import cn.yigongti.platform.resealing.SealedTable;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Where the secrets of second factors are at rest. Recovery codes are known to their
 * users alone: only new ones are hashed by another key.
 */
@Configuration(proxyBeanMethods = false)
class SealedFactors {

	@Bean
	SealedTable secondFactorSecrets() {
		return SealedTable.of("second_factor", "user_id", "uuid").encrypted("secret");
	}

	@Bean
	SealedTable enrolmentSecrets() {
		return SealedTable.of("second_factor_enrolment", "sign_in_id", "uuid").encrypted("secret");
	}

	@Bean
	SealedTable recoveryCodeHashes() {
		return SealedTable.passing("recovery_code", "code_hash");
	}

}
