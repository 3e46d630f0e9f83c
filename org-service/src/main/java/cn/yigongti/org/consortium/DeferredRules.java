package cn.yigongti.org.consortium;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rules between a consortium, its lead and the lead's membership, which the database
 * looks at when a transaction ends. Asking it sooner makes a broken rule show where it is
 * broken, and not after the answer has been written.
 */
@Component
class DeferredRules {

	private final JdbcClient jdbc;

	DeferredRules(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void check() {
		this.jdbc.sql("set constraints all immediate").update();
	}

}
