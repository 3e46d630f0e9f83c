package cn.yigongti.consultation.statistics;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import cn.yigongti.consultation.ConsultationServiceApplication;
import cn.yigongti.consultation.consultation.ConsultationType;
import cn.yigongti.consultation.consultation.Consultations;
import cn.yigongti.consultation.statistics.OpenedCenters.Place;
import cn.yigongti.platform.test.RepositoryTest;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.test.context.TestConstructor;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

@RepositoryTest
@Transactional(propagation = Propagation.NOT_SUPPORTED)
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class StatisticsCommandTests {

	private final JdbcClient jdbc;

	private final Consultations consultations;

	private final TransactionTemplate transaction;

	private final Environment environment;

	StatisticsCommandTests(JdbcClient jdbc, Consultations consultations, TransactionTemplate transaction,
			Environment environment) {
		this.jdbc = jdbc;
		this.consultations = consultations;
		this.transaction = transaction;
		this.environment = environment;
	}

	@BeforeEach
	void reportSome() {
		UUID consortium = UUID.randomUUID();
		Place center = new OpenedCenters(this.jdbc).open("县人民医院", consortium, 1);
		Cases cases = new Cases(this.jdbc, this.consultations);
		this.transaction.executeWithoutResult((status) -> {
			for (int minutes = 1; minutes <= 5; minutes++) {
				cases.reported(center, OpenedCenters.applicant("临江镇卫生院", consortium), ConsultationType.ECG,
						Instant.parse("2026-02-01T00:00:00Z"), UUID.randomUUID(), Duration.ofMinutes(minutes));
			}
		});
		new FoldChanges(this.jdbc, this.transaction, new SimpleMeterRegistry()).fold(3);
	}

	@AfterEach
	void repair() {
		run(settings(), true);
	}

	@Test
	void saysThatStatisticsAgree() {
		Outcome outcome = run(settings(), false);
		assertThat(outcome.text).isEqualTo("statistics agree with the consultations%n".formatted());
		assertThat(outcome.status).isZero();
	}

	@Test
	void printsWhatDiffers() {
		this.jdbc.sql("update statistics_folded_type set applications = applications + 1 where quarter = '2026-01-01'")
			.update();
		this.jdbc.sql("delete from statistics_folded_minute").update();
		Outcome outcome = run(settings(), false);
		assertThat(outcome.status).isOne();
		assertThat(outcome.text).containsPattern("TYPE \\S+ 2026-01-01 ECG: kept 6/5/0/900\\S*, counted 5/5/0/900")
			.containsPattern("MINUTE \\S+ 2026-01-01 ECG 1: kept 0, counted 1")
			.contains("statistics DIFFER from the consultations")
			.doesNotContain("APPLICANT", "DOCTOR");
	}

	@Test
	void makesThemAnew() {
		this.jdbc.sql("delete from statistics_folded_applicant").update();
		this.jdbc.sql("update statistics_change set reported = 7").update();
		Outcome outcome = run(settings(), true);
		assertThat(outcome.text)
			.isEqualTo("statistics made anew%nstatistics agree with the consultations%n".formatted());
		assertThat(outcome.status).isZero();
	}

	@Test
	void doesNotTakeAnUnreachableDatabaseForADifference() {
		MockEnvironment nowhere = settings().withProperty("spring.datasource.url", "jdbc:postgresql://127.0.0.1:1/x");
		assertThat(run(nowhere, false).status).isEqualTo(2);
		assertThat(run(nowhere, true).status).isEqualTo(2);
	}

	/** As an operator starts it, with nothing but the database. */
	@Test
	void endsTheProcessInsteadOfServing() throws IOException, InterruptedException {
		this.jdbc.sql("delete from statistics_folded_doctor").update();
		Process process = new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-cp", System.getProperty("java.class.path"), ConsultationServiceApplication.class.getName(),
				"--yigongti.consultation.statistics.verify", "--spring.datasource.url=" + setting("url"),
				"--spring.datasource.username=" + setting("username"),
				"--spring.datasource.password=" + setting("password")))
			.redirectErrorStream(true)
			.start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor()).as(output).isOne();
		assertThat(output).contains("DOCTOR", "statistics DIFFER").doesNotContain("Tomcat");
	}

	private String setting(String name) {
		return this.environment.getRequiredProperty("spring.datasource." + name);
	}

	private MockEnvironment settings() {
		return new MockEnvironment().withProperty("spring.datasource.url", setting("url"))
			.withProperty("spring.datasource.username", setting("username"))
			.withProperty("spring.datasource.password", setting("password"));
	}

	private static Outcome run(Environment settings, boolean rebuild) {
		ByteArrayOutputStream text = new ByteArrayOutputStream();
		int status = StatisticsCommand.run(settings, rebuild, new PrintStream(text, true, StandardCharsets.UTF_8));
		return new Outcome(status, text.toString(StandardCharsets.UTF_8));
	}

	private record Outcome(int status, String text) {

	}

}
