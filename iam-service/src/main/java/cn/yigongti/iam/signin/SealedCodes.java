package cn.yigongti.iam.signin;

import cn.yigongti.platform.resealing.SealedTable;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Codes end within days. */
@Configuration(proxyBeanMethods = false)
class SealedCodes {

	@Bean
	SealedTable activationCodeHashes() {
		return SealedTable.passing("activation", "code_hash");
	}

}
