package cn.yigongti.platform.audit.chain;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

class VerifyCommandTests {

	private static final String KEY = Base64.getEncoder()
		.encodeToString(ServiceWithTrail.KEY.getBytes(StandardCharsets.UTF_8));

	private final ServiceWithTrail service = ServiceWithTrail.sealed(5);

	@Test
	void saysThatTheTrailIsIntactAndWhatItsSealIs() {
		Outcome outcome = run(settings());
		assertThat(outcome.status).isZero();
		assertThat(outcome.text).isEqualTo(
				"sample-service: audit trail intact, entries 1 to 5, seal %s%n".formatted(this.service.chain().end()));
	}

	@Test
	void endsInFailureWhenTheEndWasCutOff() {
		String seal = this.service.chain().end().toString();
		this.service.owner.sql("delete from audit_seal where number = 5").update();
		Outcome outcome = run(settings().withProperty("yigongti.audit.expected-seal", seal));
		assertThat(outcome.status).isOne();
		assertThat(outcome.text).contains("first at entry 5 (id unknown): REMOVED");
	}

	@Test
	void doesNotTakeAnUnreachableDatabaseForABrokenTrail() {
		Outcome outcome = run(settings().withProperty("spring.datasource.url", "jdbc:postgresql://127.0.0.1:1/x"));
		assertThat(outcome.status).isEqualTo(2);
	}

	/** As an operator starts it, with nothing but what every service is told anyway. */
	@Test
	void endsTheProcessInsteadOfServing() throws IOException, InterruptedException {
		UUID third = this.service.entry(3);
		this.service.owner.sql("update audit_event set caller = 'nobody' where id = ?").param(third).update();
		Process process = new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-cp", System.getProperty("java.class.path"), "cn.yigongti.platform.sample.SampleApplication",
				"--yigongti.audit.verify", "--yigongti.keys.hash=" + KEY,
				"--spring.datasource.url=" + this.service.database.url(),
				"--spring.datasource.username=" + this.service.database.user().role(),
				"--spring.datasource.password=" + this.service.database.user().password()))
			.redirectErrorStream(true)
			.start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor()).as(output).isOne();
		assertThat(output).contains("audit trail BROKEN, first at entry 3 (" + third + "): CHANGED; intact from 1 to 2")
			.doesNotContain("Tomcat");
	}

	private MockEnvironment settings() {
		return new MockEnvironment().withProperty("spring.application.name", ServiceWithTrail.NAME)
			.withProperty("spring.datasource.url", this.service.database.url())
			.withProperty("spring.datasource.username", this.service.database.user().role())
			.withProperty("spring.datasource.password", this.service.database.user().password())
			.withProperty("yigongti.keys.hash", KEY);
	}

	private static Outcome run(MockEnvironment settings) {
		ByteArrayOutputStream text = new ByteArrayOutputStream();
		int status = VerifyCommand.run(settings, new PrintStream(text, true, StandardCharsets.UTF_8));
		return new Outcome(status, text.toString(StandardCharsets.UTF_8));
	}

	private record Outcome(int status, String text) {

	}

}
