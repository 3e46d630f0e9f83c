package cn.yigongti.consultation.statistics;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import javax.sql.DataSource;

import cn.yigongti.consultation.consultation.Consultations;
import cn.yigongti.consultation.statistics.OpenedCenters.Place;
import cn.yigongti.consultation.statistics.Story.Kind;
import cn.yigongti.consultation.statistics.Story.Step;
import cn.yigongti.platform.test.RepositoryTest;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestContextManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever happens to consultations, one after the other or at once, the page of their
 * centre shows for every period what their rows come to.
 */
@RepositoryTest
@StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
class CenterStatisticsProperties {

	private static final List<ApplicationContext> DATABASE = new ArrayList<>();

	/** Later than every due time, so that what is open is overdue at times. */
	private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

	private final JdbcClient jdbc = bean(JdbcClient.class);

	private final PlatformTransactionManager transactions = bean(PlatformTransactionManager.class);

	private final TransactionTemplate transaction = new TransactionTemplate(this.transactions);

	private final CenterPage page = new CenterPage(this.jdbc, new KeptSums(this.jdbc),
			Clock.fixed(NOW, ZoneOffset.UTC));

	/** jqwik knows nothing of Spring, which rolls nothing back here. */
	@BeforeContainer
	static void start() {
		DATABASE.add(new TestContextManager(CenterStatisticsProperties.class).getTestContext().getApplicationContext());
	}

	private static <T> T bean(Class<T> type) {
		return DATABASE.getFirst().getBean(type);
	}

	@Property(tries = 15, shrinking = ShrinkingMode.BOUNDED, edgeCases = EdgeCasesMode.NONE)
	void thePageShowsWhatTheRowsComeTo(@ForAll("steps") List<Step> steps) throws Exception {
		Story story = story();
		for (Step step : steps) {
			count("one by one", step.kind(), story.happens(step));
		}
		assertPagesAgree(story);
		assertThat(verification()).isEmpty();
		new RebuildSums(bean(DataSource.class)).rebuild();
		assertPagesAgree(story);
		assertThat(verification()).isEmpty();
		requireLegal("one by one", Kind.values());
	}

	@Property(tries = 3, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
	void thePageShowsWhatTheRowsComeToWhileTheyChange(@ForAll("callers") List<List<Step>> callers) throws Exception {
		Story story = story();
		Queue<Tuple.Tuple2<Kind, Boolean>> steps = new ConcurrentLinkedQueue<>();
		AtomicBoolean over = new AtomicBoolean();
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			Future<?> reader = threads.submit(() -> {
				do {
					assertPagesAgree(story);
				}
				while (!over.get());
			});
			try {
				List<Future<?>> writers = new ArrayList<>();
				callers.forEach((caller) -> writers.add(threads
					.submit(() -> caller.forEach((step) -> steps.add(Tuple.of(step.kind(), story.happens(step)))))));
				new RebuildSums(bean(DataSource.class)).rebuild();
				for (Future<?> writer : writers) {
					writer.get();
				}
			}
			finally {
				over.set(true);
			}
			reader.get();
		}
		steps.forEach((step) -> count("at once", step.get1(), step.get2()));
		assertPagesAgree(story);
		assertThat(verification()).isEmpty();
		requireLegal("at once", Kind.SUBMIT, Kind.ACCEPT, Kind.REPORT, Kind.CANCEL);
	}

	private Story story() {
		return new Story(this.jdbc, bean(Consultations.class), this.transaction);
	}

	/** Both are read of the same snapshot. */
	private void assertPagesAgree(Story story) {
		TransactionTemplate snapshot = new TransactionTemplate(this.transactions);
		snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
		snapshot.executeWithoutResult((status) -> story.centers.forEach(this::assertPageAgrees));
	}

	private void assertPageAgrees(Place place) {
		CountedRows rows = new CountedRows(this.jdbc);
		for (int year = 2024; year <= 2027; year++) {
			for (Integer quarter : Arrays.asList(null, 1, 2, 3, 4)) {
				CenterStatistics shown = this.page.of(place.center(), year, quarter);
				assertThat(shown).isEqualTo(rows.expected(place.center(), year, quarter, NOW));
				assertThat(shown.applications()).isEqualTo(shown.reported() + shown.outstanding());
			}
		}
	}

	private List<VerifySums.Difference> verification() {
		return new VerifySums(this.jdbc, this.transactions).differences();
	}

	private static void count(String how, Kind kind, boolean legal) {
		Statistics.label(how).collect(kind, legal);
	}

	/** Otherwise nothing would be proven. */
	private static void requireLegal(String how, Kind... kinds) {
		Statistics.label(how)
			.coverage((coverage) -> Stream.of(kinds)
				.forEach((kind) -> coverage.check(kind, true).count((count) -> count > 0)));
	}

	@Provide
	Arbitrary<List<Step>> steps() {
		return step().list().ofSize(150);
	}

	@Provide
	Arbitrary<List<List<Step>>> callers() {
		return step().list().ofSize(60).list().ofSize(8);
	}

	private static Arbitrary<Step> step() {
		Arbitrary<Kind> kinds = Arbitraries.frequency(Tuple.of(6, Kind.SUBMIT), Tuple.of(2, Kind.SUBMIT_AT_AN_END),
				Tuple.of(10, Kind.ACCEPT), Tuple.of(8, Kind.SCHEDULE), Tuple.of(5, Kind.SEND_BACK),
				Tuple.of(6, Kind.RESUBMIT), Tuple.of(3, Kind.DECLINE), Tuple.of(2, Kind.CANCEL),
				Tuple.of(9, Kind.REPORT), Tuple.of(4, Kind.AMEND_REPORT), Tuple.of(2, Kind.FOLD));
		Arbitrary<Integer> picks = Arbitraries.integers()
			.between(0, 1_000_000)
			.withDistribution(RandomDistribution.uniform());
		return Combinators.combine(kinds, picks).as(Step::new).withoutEdgeCases();
	}

}
