package cn.yigongti.platform.audit;

import java.time.Clock;
import java.util.List;
import java.util.Objects;

import cn.yigongti.platform.crypto.KeyedHash;
import io.micrometer.tracing.Tracer;

import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** Makes trails without a service around them. */
public final class AuditTrails {

	private AuditTrails() {
	}

	public static AuditTrail on(DataSourceTransactionManager transactions, KeyedHash fields, Clock clock) {
		AuditWriter writer = writer(transactions, fields, clock);
		return new AuditTrail(writer, new Denials(writer, transactions), fields, transactions);
	}

	static AuditWriter writer(DataSourceTransactionManager transactions, KeyedHash fields, Clock clock) {
		return new AuditWriter(new NamedParameterJdbcTemplate(Objects.requireNonNull(transactions.getDataSource())),
				new AuditSignature(fields), new RequestOrigin(List.of(), Tracer.NOOP), clock);
	}

}
