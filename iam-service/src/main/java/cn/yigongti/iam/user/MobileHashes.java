package cn.yigongti.iam.user;

import java.util.List;

import cn.yigongti.platform.crypto.KeyedHash;
import cn.yigongti.platform.resealing.SealedTable;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Finds users by their whole mobile number, without it being anywhere in clear. */
@Configuration(proxyBeanMethods = false)
class MobileHashes {

	private final KeyedHash hash;

	MobileHashes(KeyedHash hash) {
		this.hash = hash;
	}

	@Bean
	static SealedTable sealedUsers() {
		return SealedTable.of("users", "id", "uuid").encrypted("mobile", "mobile_hash", MobileHashes::text);
	}

	@Nullable String ofOrNull(@Nullable String mobile) {
		return (mobile != null) ? this.hash.of(text(mobile)) : null;
	}

	/** Any of which may be stored. */
	List<String> allOf(String mobile) {
		return this.hash.allOf(text(mobile));
	}

	private static String text(String mobile) {
		return "mobile:" + mobile;
	}

}
