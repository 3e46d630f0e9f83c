package cn.yigongti.endtoend;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The script by which the README signs in. */
class TokenScriptTests {

	private final County county = County.running();

	@ParameterizedTest
	@CsvSource({ "townshipDoctor,USER", "peoplesHospitalHis,CLIENT" })
	void signsInWhomItIsToldTo(String who, String kind) throws IOException, InterruptedException {
		ProcessBuilder script = new ProcessBuilder("scripts/token.sh", who).directory(Path.of("..").toFile());
		script.environment().put("DEMO", this.county.file().toString());
		Process run = script.start();
		String token = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
		assertThat(run.waitFor()).isZero();
		Answer me = this.county.anonymous().with("Authorization", "Bearer " + token).get("/api/v1/me").is(200);
		assertThat(me.text("caller")).isEqualTo(kind);
	}

}
