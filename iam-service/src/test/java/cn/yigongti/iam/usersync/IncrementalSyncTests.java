package cn.yigongti.iam.usersync;

import java.util.List;

import cn.yigongti.iam.testing.County;
import cn.yigongti.iam.testing.County.Place;
import cn.yigongti.iam.testing.Hospital;
import cn.yigongti.iam.testing.IamTest;
import com.github.tomakehurst.wiremock.client.WireMock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** What a HIS is asked for. */
@IamTest
class IncrementalSyncTests {

	private final SyncRuns runs;

	private final Place hospital;

	@Autowired
	IncrementalSyncTests(County county, JdbcClient jdbc, @LocalServerPort int port) {
		this.runs = new SyncRuns(county, jdbc, port);
		this.hospital = county.organization("500229", null);
	}

	@BeforeEach
	@AfterEach
	void nothingIsUnderWay() {
		this.runs.forget();
	}

	@Test
	void asksForEverythingFirstAndThenForWhatChangedWithAnOverlap() {
		has("2026-11-22T08:00:00Z");

		this.runs.finished("{}");
		this.runs.finished("{}");

		assertThat(Hospital.askedSince()).containsExactly("", "2026-11-22T07:50:00Z");
	}

	@Test
	void aClockThatIsAheadAtTheHisLosesNothing() {
		has("2999-01-01T00:00:00Z");

		this.runs.finished("{}");
		this.runs.finished("{}");

		assertThat(Hospital.askedSince().getLast()).startsWith("20").isLessThan("2900");
	}

	@Test
	void aRunThatFailsMovesNoWatermark() {
		has("2026-11-22T08:00:00Z");
		Hospital.answers(0, WireMock.serverError());

		assertThat(this.runs.finished("{}").path("reason").asString()).isEqualTo("cloud-his-failed");
		this.runs.finished("{}");

		assertThat(Hospital.askedSince()).containsOnly("");
	}

	@Test
	void dryRunsAndRunsOverPartsMoveNoWatermark() {
		has("2026-11-22T08:00:00Z");

		this.runs.finished("{\"dryRun\": true}");
		this.runs.finished("{\"organizationId\": \"" + this.hospital.id() + "\"}");
		this.runs.finished("{}");

		assertThat(Hospital.askedSince()).containsExactly("", "", "");
	}

	@Test
	void readsEverythingWhenToldTo() {
		has("2026-11-22T08:00:00Z");
		this.runs.finished("{}");

		this.runs.finished("{\"full\": true, \"dryRun\": true}");
		this.runs.finished("{\"organizationId\": \"" + this.hospital.id() + "\"}");

		assertThat(Hospital.askedSince()).containsExactly("", "", "");
	}

	private void has(String updatedAt) {
		Hospital.has(
				List.of(Hospital.row(this.runs.prefix() + 1, this.hospital.institutionCode(), "updatedAt", updatedAt)));
	}

}
