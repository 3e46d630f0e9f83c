package cn.yigongti.platform.audit.chain;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SealEntriesTests {

	private final ServiceWithTrail service = ServiceWithTrail.sealed(3);

	@Test
	void whatCommitsLateIsSealedLater() throws InterruptedException, ExecutionException {
		CountDownLatch written = new CountDownLatch(1);
		CountDownLatch maySee = new CountDownLatch(1);
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			Future<?> late = threads.submit(() -> this.service.transaction.executeWithoutResult((status) -> {
				this.service.write(1);
				written.countDown();
				await(maySee);
			}));
			await(written);
			this.service.write(2);
			this.service.sealing().sealAll();
			assertThat(this.service.chain().end().number()).isEqualTo(5);
			maySee.countDown();
			late.get();
		}
		this.service.sealing().sealAll();
		assertThat(this.service.chain().end().number()).isEqualTo(6);
		assertThat(this.service.verifying().verify(null).intact()).isTrue();
	}

	@Test
	void nothingOfWhatIsRolledBack() {
		this.service.transaction.executeWithoutResult((status) -> {
			this.service.write(1);
			status.setRollbackOnly();
		});
		this.service.sealing().sealAll();
		assertThat(this.service.chain().end().number()).isEqualTo(3);
	}

	@Test
	void replicasSealEachEntryOnceWhileManyWrite() throws InterruptedException {
		Callable<Void> writer = () -> {
			IntStream.range(0, 15).forEach((i) -> this.service.transaction.executeWithoutResult((status) -> {
				this.service.write(4);
				status.flush();
			}));
			return null;
		};
		Callable<Void> replica = () -> {
			SealEntries sealing = this.service.sealing();
			IntStream.range(0, 40).forEach((i) -> sealing.sealAll());
			assertThat(sealing.isIntact()).isTrue();
			return null;
		};
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			threads.invokeAll(List.of(writer, replica, writer, replica, writer, replica, writer))
				.forEach(Future::resultNow);
		}
		this.service.sealing().sealAll();
		List<Long> numbers = this.service.owner.sql("select number from audit_seal order by number")
			.query(Long.class)
			.list();
		assertThat(numbers).isEqualTo(LongStream.rangeClosed(1, 3 + 4 * 15 * 4).boxed().toList());
		assertThat(this.service.owner.sql("select count(*) from audit_unsealed").query(Long.class).single()).isZero();
		assertThat(this.service.verifying().verify(null).intact()).isTrue();
	}

	@Test
	void entriesOfAnInstallationFromBeforeTheChain() {
		ServiceWithTrail old = new ServiceWithTrail();
		old.migrateTo("0.2");
		old.owner.sql("""
				insert into audit_event (id, at, caller, caller_kind, action, resource)
				select uuidv7(), now(), 'somebody', 'USER', 'note:write', 'note' from generate_series(1, 700)""")
			.update();
		old.migrateTo("latest");
		old.write(2);
		old.sealing().sealAll();
		Verdict verdict = old.verifying().verify(null);
		assertThat(verdict.intact()).isTrue();
		assertThat(verdict.to()).isEqualTo(702);
		assertThat(old.owner.sql("select distinct result from audit_event").query(String.class).list())
			.containsExactly("SUCCESS");
	}

	private static void await(CountDownLatch latch) {
		try {
			assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
