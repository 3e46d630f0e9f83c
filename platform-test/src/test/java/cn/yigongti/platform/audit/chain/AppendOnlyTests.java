package cn.yigongti.platform.audit.chain;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What the service's own role can't do, whoever gets hold of it. */
class AppendOnlyTests {

	private static final ServiceWithTrail SERVICE = ServiceWithTrail.sealed(3);

	@ParameterizedTest
	@ValueSource(strings = { "update audit_event set caller = 'x'", "delete from audit_event", "truncate audit_event",
			"update audit_seal set hash = 'x'", "delete from audit_seal", "truncate audit_seal",
			"update audit_anchor set hash = 'x'", "delete from audit_anchor", "truncate audit_anchor",
			"alter table audit_event disable trigger all", "drop table audit_seal",
			"drop trigger audit_event_awaits_seal on audit_event", "create table mine (id int)",
			"create or replace function await_audit_seal() returns trigger language sql as ''",
			"select set_config('session_replication_role', 'replica', false)",
			"insert into flyway_schema_history values (0)" })
	void theServiceMayNot(String statement) {
		assertThatThrownBy(() -> SERVICE.service.sql(statement).query().listOfRows()).rootCause()
			.hasMessageMatching("(?s).*(permission denied|must be owner).*");
	}

}
