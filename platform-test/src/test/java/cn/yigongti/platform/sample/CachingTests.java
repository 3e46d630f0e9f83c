package cn.yigongti.platform.sample;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import cn.yigongti.platform.cache.Cache;
import cn.yigongti.platform.cache.Caches;
import cn.yigongti.platform.test.ServiceTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestConstructor;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** The table of notes has a trigger that names the cache {@code note}. */
@ServiceTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class CachingTests {

	private final Cache<String> cache;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final UUID note = UUID.randomUUID();

	private final AtomicInteger loads = new AtomicInteger();

	CachingTests(Cache<String> cache, JdbcClient jdbc, TransactionTemplate transaction) {
		this.cache = cache;
		this.jdbc = jdbc;
		this.transaction = transaction;
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class Notes {

		@Bean
		Cache<String> notes(Caches caches) {
			return caches.create("note", String.class);
		}

	}

	@BeforeEach
	void remember() {
		this.transaction.executeWithoutResult((_) -> this.jdbc
			.sql("insert into note (id, text, weight, written_at, version) values (?, 'old', 1, now(), 0)")
			.param(this.note)
			.update());
		Awaitility.await().until(() -> {
			read();
			int before = this.loads.get();
			read();
			return this.loads.get() == before;
		});
		this.loads.set(0);
	}

	private String read() {
		return this.cache.get(this.note.toString(), () -> {
			this.loads.incrementAndGet();
			return this.jdbc.sql("select text from note where id = ?").param(this.note).query(String.class).optional();
		}).orElseThrow();
	}

	private void write(String text) {
		this.jdbc.sql("update note set text = ? where id = ?").params(text, this.note).update();
	}

	@Test
	void aChangeByAnyStatementShowsWhenItIsCommitted() {
		this.transaction.executeWithoutResult((_) -> write("new"));
		assertThat(read()).isEqualTo("new");
		assertThat(this.loads).hasValue(1);
	}

	@Test
	void aTransactionSeesItsOwnChangesAndNobodyElseDoes() {
		this.transaction.executeWithoutResult((status) -> {
			write("new");
			assertThat(read()).isEqualTo("new");
			status.setRollbackOnly();
		});
		assertThat(read()).isEqualTo("old");
	}

	@Test
	void aRollbackKeepsWhatIsCached() {
		this.transaction.executeWithoutResult((status) -> {
			write("new");
			status.setRollbackOnly();
		});
		assertThat(read()).isEqualTo("old");
		assertThat(this.loads).hasValue(0);
	}

	@Test
	void aTransactionThatWritesElsewhereKeepsWhatIsCached() {
		this.transaction.executeWithoutResult((_) -> this.jdbc.sql("""
				insert into idempotency_key (caller, key, request_hash, status, body) values (?, 'k', 'h', 200, '')""")
			.param(this.note.toString())
			.update());
		this.transaction.executeWithoutResult((_) -> this.jdbc.sql("select 1").query(Integer.class).single());
		assertThat(read()).isEqualTo("old");
		assertThat(this.loads).hasValue(0);
	}

	@Test
	void invalidatesOnlyWhenTheTransactionHasBeenCommitted() {
		this.transaction.executeWithoutResult((status) -> {
			this.cache.invalidate();
			status.setRollbackOnly();
		});
		read();
		assertThat(this.loads).hasValue(0);
		this.transaction.executeWithoutResult((_) -> this.cache.invalidate());
		read();
		assertThat(this.loads).hasValue(1);
	}

}
