package cn.yigongti.org.consortium;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import cn.yigongti.org.Api;
import cn.yigongti.org.consortium.Deed.Kind;
import cn.yigongti.org.consortium.Script.Step;
import cn.yigongti.platform.test.ServiceTest;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
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
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * No sequence of joins, leaves, changes of lead, closures and moves, one after the other
 * or at once, leaves two consortia for one organization, a consortium without a lead, or
 * a lead that is no member, on any date. After a failure the same seed is tried again.
 */
@ServiceTest
@StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
class ConsortiumProperties {

	private static final List<ApplicationContext> SERVICE = new ArrayList<>();

	private final Script script = new Script(LocalDate.now(ZoneId.of("Asia/Shanghai")));

	private final Api api = Api.administrator(SERVICE.getFirst().getBean(RestTestClient.class));

	private final JdbcClient jdbc = SERVICE.getFirst().getBean(JdbcClient.class);

	/** The same service as of all other tests; jqwik knows nothing of Spring. */
	@BeforeContainer
	static void start() {
		SERVICE.add(new TestContextManager(ConsortiumProperties.class).getTestContext().getApplicationContext());
	}

	@Property(tries = 7, shrinking = ShrinkingMode.BOUNDED)
	void whatTheApiAcceptsIsWhatItAnswersOnEveryDate(@ForAll("steps") List<Step> steps) {
		ConsortiumWorld world = new ConsortiumWorld(this.api);
		ConsortiumModel model = begin(world);
		for (Step step : steps) {
			this.script.deed(step, model).ifPresent((deed) -> {
				boolean allowed = model.allows(deed);
				int status = world.attempt(deed, model);
				assertThat(status).as(deed.toString()).isLessThan(500);
				assertThat(status < 300).as(deed + " answered with " + status).isEqualTo(allowed);
				if (allowed) {
					model.apply(deed);
				}
				count("one by one", deed.kind(), allowed);
			});
		}
		assertThat(new BrokenRules(this.jdbc).find()).isEmpty();
		model.days().forEach((date) -> compare(world, model, date));
		requireAccepted("one by one", 3, Kind.JOIN, Kind.LEAVE, Kind.LEAD, Kind.CLOSE);
		requireAccepted("one by one", 1, Kind.REOPEN, Kind.MOVE, Kind.CHANGE_TIER);
	}

	@Property(tries = 3, shrinking = ShrinkingMode.OFF)
	void nothingThatHappensAtOnceBreaksTheRules(@ForAll("callers") List<List<Step>> callers) throws Exception {
		ConsortiumWorld world = new ConsortiumWorld(this.api);
		begin(world);
		ConcurrentLinkedQueue<Tuple.Tuple2<Kind, Integer>> answers = new ConcurrentLinkedQueue<>();
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<?>> running = new ArrayList<>();
			callers.forEach((steps) -> running.add(threads.submit(() -> act(world, steps, answers))));
			for (Future<?> caller : running) {
				caller.get();
			}
		}
		assertThat(answers).allMatch((answer) -> answer.get2() < 500);
		answers.forEach((answer) -> count("at once", answer.get1(), answer.get2() < 300));
		assertThat(new BrokenRules(this.jdbc).find()).isEmpty();
		requireAccepted("at once", 1, Kind.JOIN, Kind.LEAVE, Kind.LEAD, Kind.CLOSE);
	}

	private ConsortiumModel begin(ConsortiumWorld world) {
		ConsortiumModel model = new ConsortiumModel(this.script.today());
		world.hospitals.forEach((_) -> model.hospitals.add(new ConsortiumModel.Hospital()));
		for (int i = 0; i < 2; i++) {
			Deed deed = new Deed(Kind.ESTABLISH, i, i, this.script.dates().get(i));
			assertThat(world.attempt(deed, model)).isEqualTo(201);
			model.apply(deed);
		}
		return model;
	}

	private void act(ConsortiumWorld world, List<Step> steps,
			ConcurrentLinkedQueue<Tuple.Tuple2<Kind, Integer>> answers) {
		for (Step step : steps) {
			ConsortiumModel now = world.model(this.jdbc, this.script.today());
			this.script.deed(step, now)
				.ifPresent((deed) -> answers.add(Tuple.of(deed.kind(), world.attempt(deed, now))));
		}
	}

	private static void compare(ConsortiumWorld world, ConsortiumModel model, LocalDate date) {
		for (int i = 0; i < model.consortia.size(); i++) {
			assertThat(world.membersOn(i, date)).as("consortium %s on %s", i, date).isEqualTo(model.membersOn(i, date));
		}
	}

	private static void count(String how, Kind kind, boolean accepted) {
		Statistics.label(how).collect(kind, accepted);
	}

	/** Otherwise nothing would be proven. */
	private static void requireAccepted(String how, int least, Kind... kinds) {
		Statistics.label(how).coverage((coverage) -> {
			for (Kind kind : kinds) {
				coverage.check(kind, true).count((count) -> count >= least);
			}
		});
	}

	@Provide
	Arbitrary<List<Step>> steps() {
		return step(10, 6, 8, 4).list().ofSize(50);
	}

	@Provide
	Arbitrary<List<List<Step>>> callers() {
		return step(6, 8, 14, 5).list().ofSize(20).list().ofSize(8);
	}

	private static Arbitrary<Step> step(int joins, int leaves, int leads, int closures) {
		Arbitrary<Kind> kinds = Arbitraries.frequency(Tuple.of(joins, Kind.JOIN), Tuple.of(leaves, Kind.LEAVE),
				Tuple.of(leads, Kind.LEAD), Tuple.of(closures, Kind.CLOSE), Tuple.of(closures, Kind.REOPEN),
				Tuple.of(4, Kind.MOVE), Tuple.of(3, Kind.CHANGE_TIER), Tuple.of(2, Kind.ESTABLISH));
		Arbitrary<Integer> picks = Arbitraries.integers()
			.between(0, 10_000)
			.withDistribution(RandomDistribution.uniform());
		return Combinators.combine(kinds, picks, Arbitraries.of(true, true, true, false)).as(Step::new);
	}

}
