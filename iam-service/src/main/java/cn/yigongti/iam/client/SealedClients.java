package cn.yigongti.iam.client;

import cn.yigongti.platform.resealing.SealedTable;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Secrets are known to the machines alone: only a new one is hashed by another key. */
@Configuration(proxyBeanMethods = false)
class SealedClients {

	@Bean
	SealedTable clientSecretHashes() {
		return SealedTable.passing("client_secret", "hash");
	}

}
