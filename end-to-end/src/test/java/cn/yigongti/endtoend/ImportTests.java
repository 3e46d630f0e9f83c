package cn.yigongti.endtoend;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A county's organizations from a file. */
class ImportTests {

	private static final String HEADER = "机构名称,机构类别代码,机构编码,行政区划代码,上级机构编码,成立日期\n";

	private final Gateway admin = County.running().as("platformAdmin");

	private final NewCounty place = NewCounty.any();

	@Test
	void aFileOfAHospitalSystemIsTakenOver() {
		String file = HEADER + row("丙村卫生室", "D600", "3", "102201", "2") + row("乙镇卫生院", "C220", "2", "102", "")
				+ row("甲县医院", "A100", "1", "", "");
		Answer trial = imported("?dryRun=true", file, Charset.forName("GB18030"));
		assertThat(trial.text("state")).as(trial.body().toString()).isEqualTo("SUCCEEDED");
		assertThat(registered()).isZero();
		Answer done = imported("", file, Charset.forName("GB18030"));
		assertThat(done.text("state")).as(done.body().toString()).isEqualTo("SUCCEEDED");
		assertThat(registered()).isEqualTo(3);
	}

	@Test
	void oneBadRowKeepsAllOthersOut() {
		String file = HEADER + row("甲县医院", "A100", "1", "", "") + row("乙镇卫生院", "X220", "2", "102", "");
		Answer failed = imported("", file, StandardCharsets.UTF_8);
		assertThat(failed.text("state")).as(failed.body().toString()).isEqualTo("FAILED");
		assertThat(registered()).isZero();
		Answer rows = this.admin.get("/api/v1/organization-imports/" + failed.id() + "/rows?outcome=REJECTED").is(200);
		assertThat(rows.items()).hasSize(1);
		assertThat(rows.items().get(0).path("line").asInt()).isEqualTo(3);
	}

	@Test
	void aTemplateShowsTheWay() {
		this.admin.get("/api/v1/organization-imports/template", Map.of("format", "xlsx")).is(200);
	}

	private String row(String name, String type, String number, String below, String parent) {
		return "%s,%s,%s,%s,%s,2000-01-01\n".formatted(name, type, this.place.code() + "-" + number,
				this.place.code() + below, parent.isEmpty() ? "" : this.place.code() + "-" + parent);
	}

	private Answer imported(String options, String file, Charset charset) {
		Answer accepted = this.admin.upload("/api/v1/organization-imports" + options, "机构.csv", file.getBytes(charset))
			.is(202);
		return await().atMost(Duration.ofSeconds(30))
			.pollInterval(Duration.ofMillis(100))
			.until(() -> this.admin.get("/api/v1/organization-imports/" + accepted.id()).is(200),
					(state) -> !Set.of("QUEUED", "RUNNING").contains(state.text("state")));
	}

	private int registered() {
		return this.admin.get("/api/v1/organizations", Map.of("regionCode", this.place.code(), "limit", "1"))
			.is(200)
			.body()
			.path("total")
			.asInt();
	}

}
