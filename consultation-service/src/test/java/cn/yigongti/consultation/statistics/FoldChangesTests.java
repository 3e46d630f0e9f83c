package cn.yigongti.consultation.statistics;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import cn.yigongti.consultation.consultation.ConsultationType;
import cn.yigongti.consultation.consultation.Consultations;
import cn.yigongti.consultation.statistics.OpenedCenters.Place;
import cn.yigongti.platform.test.RepositoryTest;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestConstructor;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

@RepositoryTest
@Transactional(propagation = Propagation.NOT_SUPPORTED)
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class FoldChangesTests {

	private static final int REPORTED = 3;

	private final JdbcClient jdbc;

	private final Consultations consultations;

	private final TransactionTemplate transaction;

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	FoldChangesTests(JdbcClient jdbc, Consultations consultations, TransactionTemplate transaction) {
		this.jdbc = jdbc;
		this.consultations = consultations;
		this.transaction = transaction;
	}

	@Test
	void tellsHowManyChangesWaitWhileAnotherProcessIsAtIt() {
		FoldChanges folding = new FoldChanges(this.jdbc, this.transaction, this.meters);
		this.transaction.executeWithoutResult((status) -> {
			this.jdbc.sql("select pg_advisory_xact_lock(:lock)").param("lock", RebuildSums.LOCK).query().singleRow();
			CompletableFuture.runAsync(this::reportSome).thenRun(folding::foldAll).join();
		});
		assertThat(waiting()).isGreaterThanOrEqualTo(REPORTED);
		folding.foldAll();
		assertThat(waiting()).isZero();
	}

	private void reportSome() {
		UUID consortium = UUID.randomUUID();
		Place center = new OpenedCenters(this.jdbc).open("县人民医院", consortium, 1);
		Cases cases = new Cases(this.jdbc, this.consultations);
		this.transaction.executeWithoutResult((status) -> {
			for (int i = 0; i < REPORTED; i++) {
				cases.reported(center, OpenedCenters.applicant("临江镇卫生院", consortium), ConsultationType.ECG,
						Instant.now(), UUID.randomUUID(), Duration.ofMinutes(i));
			}
		});
	}

	private double waiting() {
		return this.meters.get("yigongti.consultation.statistics.waiting").gauge().value();
	}

}
