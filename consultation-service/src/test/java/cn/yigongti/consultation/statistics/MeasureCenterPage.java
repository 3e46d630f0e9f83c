package cn.yigongti.consultation.statistics;

import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import cn.yigongti.consultation.center.ConsultationCenter;
import cn.yigongti.consultation.consultation.Rights;
import cn.yigongti.consultation.statistics.KeptSums.Quarters;
import cn.yigongti.consultation.statistics.OpenedCenters.Place;
import cn.yigongti.localservers.LocalServers;
import cn.yigongti.localservers.RunningServers;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.caller.Grant;
import cn.yigongti.platform.caller.ScopeType;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How long a centre page takes among very many consultations, and what keeping its sums
 * costs those who write. No test: {@code bench/center-statistics.sh} runs it.
 */
final class MeasureCenterPage {

	private static final int RUNS = 200;

	private static final int COUNTS = 9;

	private static final int WRITERS = 100;

	private static final int WRITES = 30;

	/** One like the first that was filled in, but new. */
	private static final String SUBMIT = """
			insert into consultation
			select (jsonb_populate_record(model, jsonb_build_object('id', :id, 'consultation_number', :id,
				'center_id', :center, 'center_organization_id', :organization, 'submitted_at', now(),
				'due_at', now() + interval '1 day', 'status', 'SUBMITTED', 'first_reported_at', null,
				'report_version', null, 'ended_at', null))).*
			from consultation model where id = '00000000-0000-0000-0000-000000000001'""";

	private static final String REPORT = """
			update consultation set status = 'REPORTED', first_reported_at = now(), ended_at = now(), report_version = 1,
				report_doctor_id = :doctor, report_doctor_name = '王医生'
			where id = :id""";

	private final ManyConsultations database;

	private final DataSource service;

	private final PrintStream out = System.out;

	private MeasureCenterPage(ManyConsultations database) {
		this.database = database;
		this.service = database.asService();
	}

	/** A folder for the servers, which is left behind, and how many consultations. */
	public static void main(String[] arguments) throws Exception {
		((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
		try (RunningServers servers = LocalServers.in(Path.of(arguments[0]))
			.withPostgres()
			.withoutDurability()
			.start()) {
			new MeasureCenterPage(new ManyConsultations(servers.postgres())).run(Long.parseLong(arguments[1]));
		}
	}

	private void run(long total) throws Exception {
		this.out.printf("%,d consultations%n", total);
		Place center = timed("filled", () -> this.database.fill(total)).getFirst();
		this.database.keepStatistics(false);
		write(center, "without statistics");
		this.database.keepStatistics(true);
		timed("sums made", () -> {
			new RebuildSums(this.service).rebuild();
			return null;
		});
		this.database.vacuum();
		this.out.println(this.database.size());
		read(center);
		write(center, "with statistics, folded meanwhile");
		read(center);
		count();
		verify();
	}

	private void verify() throws Exception {
		List<?> differences = timed("verified",
				() -> new VerifySums(JdbcClient.create(this.service), new DataSourceTransactionManager(this.service))
					.differences());
		this.out.printf("%d differences%n", differences.size());
	}

	private void read(Place place) {
		SingleConnectionDataSource connection = new SingleConnectionDataSource(connection(), true);
		JdbcClient jdbc = JdbcClient.create(connection);
		KeptSums sums = new KeptSums(jdbc);
		CenterPage page = new CenterPage(jdbc, sums, Clock.systemUTC());
		TransactionTemplate snapshot = new TransactionTemplate(new DataSourceTransactionManager(connection));
		snapshot.setReadOnly(true);
		snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
		ConsultationCenter center = place.center();
		int year = LocalDate.now(Clock.systemUTC()).getYear() - 1;
		Quarters quarters = Quarters.of(place.id(), year, null);
		long server = jdbc.sql("select pg_backend_pid()").query(Long.class).single();
		page(snapshot, page, center, year, null, server);
		page(snapshot, page, center, year, 3, server);
		page(snapshot, page, center, year + 1, null, server);
		measure("  volumes by type", server, () -> sums.volumes(quarters));
		measure("  percentiles", server, () -> sums.percentiles(quarters));
		measure("  organizations", server, () -> sums.organizations(quarters, CenterPage.ORGANIZATIONS));
		measure("  doctors", server, () -> sums.doctors(quarters));
		connection.destroy();
	}

	/** What dashboards ask for who sees everything. */
	private void count() {
		SingleConnectionDataSource connection = new SingleConnectionDataSource(connection(), true);
		CountConsultations counting = new CountConsultations(JdbcClient.create(connection), Clock.systemUTC());
		Caller all = new Caller("bench", Caller.Kind.SERVICE, null, null, true,
				List.of(new Grant("bench", ScopeType.ALL, null, Set.of(Rights.READ))));
		int year = LocalDate.now(Clock.systemUTC()).getYear() - 1;
		for (Grouping grouping : Grouping.values()) {
			for (Integer period : Arrays.asList(year, null)) {
				long[] nanos = new long[COUNTS];
				for (int i = 0; i < COUNTS; i++) {
					long start = System.nanoTime();
					counting.of(all, period, null, grouping);
					nanos[i] = System.nanoTime() - start;
				}
				show("counts by %s, %s:".formatted(grouping, (period != null) ? "a year" : "ever"), nanos);
			}
		}
		connection.destroy();
	}

	private void page(TransactionTemplate snapshot, CenterPage page, ConsultationCenter center, int year,
			@Nullable Integer quarter, long server) {
		CenterStatistics shown = page.of(center, year, quarter);
		this.out.printf("page of %d%s: %,d applications, %,d reported, %d organizations, %d doctors, overdue %s, %s%n",
				year, (quarter != null) ? " Q" + quarter : "", shown.applications(), shown.reported(),
				shown.byOrganization().size(), shown.reportingDoctors(), shown.overdue(), shown.turnaroundMinutes());
		measure("page", server, () -> snapshot.execute((status) -> page.of(center, year, quarter)));
	}

	/** Each submits and reports, at one centre, with a connection of its own. */
	private void write(Place center, String how) throws Exception {
		AtomicBoolean over = new AtomicBoolean();
		long[] nanos = new long[WRITERS * WRITES * 2];
		long start = System.nanoTime();
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			Future<?> folding = threads.submit(() -> fold(over));
			List<? extends Future<?>> writers = IntStream.range(0, WRITERS)
				.mapToObj((writer) -> threads.submit(() -> write(center, nanos, writer * WRITES * 2)))
				.toList();
			for (Future<?> writer : writers) {
				writer.get();
			}
			over.set(true);
			folding.get();
		}
		double seconds = (System.nanoTime() - start) / 1e9;
		show("%d writers %s: %.0f writes a second, each".formatted(WRITERS, how, nanos.length / seconds), nanos);
	}

	private void write(Place center, long[] nanos, int from) {
		SingleConnectionDataSource connection = new SingleConnectionDataSource(connection(), true);
		JdbcClient jdbc = JdbcClient.create(connection);
		UUID doctor = UUID.randomUUID();
		for (int i = 0; i < WRITES; i++) {
			UUID id = UUID.randomUUID();
			long start = System.nanoTime();
			jdbc.sql(SUBMIT)
				.param("id", id)
				.param("center", center.id())
				.param("organization", center.organization().id())
				.update();
			long submitted = System.nanoTime();
			jdbc.sql(REPORT).param("id", id).param("doctor", doctor).update();
			nanos[from + 2 * i] = submitted - start;
			nanos[from + 2 * i + 1] = System.nanoTime() - submitted;
		}
		connection.destroy();
	}

	private void fold(AtomicBoolean over) {
		FoldChanges folding = new FoldChanges(JdbcClient.create(this.service),
				new TransactionTemplate(new DataSourceTransactionManager(this.service)), new SimpleMeterRegistry());
		while (!over.get()) {
			folding.fold(FoldChanges.BATCH);
		}
	}

	private Connection connection() {
		try {
			return this.service.getConnection();
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Times, and what they cost the server in computing, which tells more on a machine
	 * with other things to do.
	 */
	private void measure(String what, long server, Runnable run) {
		Duration before = computing(server);
		long[] nanos = new long[RUNS];
		for (int i = 0; i < RUNS; i++) {
			long start = System.nanoTime();
			run.run();
			nanos[i] = System.nanoTime() - start;
		}
		Duration spent = computing(server).minus(before);
		show("%s: %.1f ms of computing,".formatted(what, spent.toNanos() / 1e6 / RUNS), nanos);
	}

	private static Duration computing(long server) {
		return ProcessHandle.of(server).flatMap((process) -> process.info().totalCpuDuration()).orElse(Duration.ZERO);
	}

	private void show(String what, long[] nanos) {
		Arrays.sort(nanos);
		this.out.printf("%s p50 %.1f ms, p95 %.1f ms, most %.1f ms%n", what, nanos[nanos.length / 2] / 1e6,
				nanos[nanos.length * 95 / 100] / 1e6, nanos[nanos.length - 1] / 1e6);
	}

	private <T extends @Nullable Object> T timed(String what, Callable<T> work) throws Exception {
		long start = System.nanoTime();
		T result = work.call();
		this.out.printf("%s in %.0f s%n", what, (System.nanoTime() - start) / 1e9);
		return result;
	}

}
