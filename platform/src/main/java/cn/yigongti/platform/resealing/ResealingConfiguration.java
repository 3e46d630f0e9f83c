package cn.yigongti.platform.resealing;

import java.time.Clock;
import java.util.List;

import cn.yigongti.platform.crypto.FieldCipher;
import cn.yigongti.platform.crypto.KeyedHash;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Keeps what a service has sealed readable with the current keys alone. */
@Configuration(proxyBeanMethods = false)
public class ResealingConfiguration {

	/** Remembered answers are forgotten after 24 hours. */
	@Bean
	SealedTable rememberedAnswers() {
		return SealedTable.passing("idempotency_key", "body", "request_hash");
	}

	@Bean
	SealedSchema sealedSchema(List<SealedTable> tables, JdbcClient jdbc) {
		return new SealedSchema(tables, jdbc);
	}

	@Bean
	Resealing resealing(List<SealedTable> tables, NamedParameterJdbcTemplate jdbc, FieldCipher cipher, KeyedHash hash,
			PlatformTransactionManager transactions, ObjectProvider<MeterRegistry> meters, Clock clock) {
		return new Resealing(tables, jdbc, cipher, hash, transactions,
				meters.getIfAvailable(CompositeMeterRegistry::new), clock);
	}

}
