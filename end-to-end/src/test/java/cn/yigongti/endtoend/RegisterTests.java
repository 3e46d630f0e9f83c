package cn.yigongti.endtoend;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The register of organizations as it was, is and will be. */
class RegisterTests {

	private final County county = County.running();

	private final Gateway admin = this.county.as("platformAdmin");

	private final NewCounty place = NewCounty.any();

	@Test
	void aClinicMovesToAnotherCentreOnADate() {
		String first = this.place.register(this.admin, "102", "甲镇卫生院", "C220", "").is(201).id();
		String second = this.place.register(this.admin, "102", "乙镇卫生院", "C220", "").is(201).id();
		Answer clinic = this.place
			.register(this.admin, "102201", "丙村卫生室", "D600", "\"parentId\":\"%s\"".formatted(first))
			.is(201);
		String path = "/api/v1/organizations/" + clinic.id();
		this.admin.with("If-Match", clinic.header("ETag"))
			.with("Content-Type", "application/merge-patch+json")
			.patch(path + "?from=2024-07-01", "{\"parentId\":\"%s\"}".formatted(second))
			.is(200);
		assertThat(this.admin.get(path + "?asOf=2024-06-30").is(200).text("parentId")).isEqualTo(first);
		assertThat(this.admin.get(path + "?asOf=2024-07-01").is(200).text("parentId")).isEqualTo(second);
		assertThat(this.admin.get(path).is(200).text("parentId")).isEqualTo(second);
		assertThat(childrenOf(first, "2024-06-30")).containsExactly(clinic.id());
		assertThat(childrenOf(first, "2024-07-01")).isEmpty();
		assertThat(this.admin.get(path + "/history").is(200).items()).extracting((edition) -> edition.path("from"))
			.extracting(JsonNode::asString)
			.containsExactly("2024-07-01", "2000-01-01");
	}

	@Test
	void aFollowerLearnsOfEachChange() {
		String after = follow("");
		String hospital = this.place.register(this.admin, "", "县医院", "A100", "").is(201).id();
		Set<String> changed = new HashSet<>();
		AtomicReference<String> next = new AtomicReference<>(after);
		await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(100)).until(() -> {
			Answer page = this.admin.get("/api/v1/organizations/changes?after=" + next.get()).is(200);
			page.items().forEach((item) -> changed.add(item.path("organization").path("id").asString()));
			next.set(page.text("nextCursor"));
			return changed.contains(hospital);
		});
		assertThat(changed).doesNotContain(this.county.organization("village1"));
	}

	/** Reads to the end, and answers where to go on from. */
	private String follow(String after) {
		Set<String> known = new HashSet<>();
		String next = after;
		Answer page;
		do {
			page = this.admin.get("/api/v1/organizations/changes?limit=200" + (next.isEmpty() ? "" : "&after=" + next))
				.is(200);
			page.items().forEach((item) -> known.add(item.path("organization").path("id").asString()));
			next = page.text("nextCursor");
		}
		while (page.body().path("more").asBoolean());
		assertThat(known).contains(this.county.organization("village1"), this.county.organization("otherHospital"));
		return next;
	}

	private Set<String> childrenOf(String parent, String date) {
		Set<String> children = new HashSet<>();
		this.admin.forEachItem("/api/v1/organizations?parentId=" + parent + "&asOf=" + date,
				(child) -> children.add(child.path("id").asString()));
		return children;
	}

}
