package cn.yigongti.endtoend;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** What operations need, and what roles can hold. */
class CatalogueTests {

	/** Open to everybody, and to everybody with platform access. */
	private static final Set<String> EXCEPTIONS = Set.of("post /api/v1/activations", "get /api/v1/me",
			"post /api/v1/me/password", "get /api/v1/me/sessions", "delete /api/v1/me/sessions/{id}",
			"get /api/v1/me/second-factor", "post /api/v1/me/second-factor",
			"post /api/v1/me/second-factor/confirmation", "post /api/v1/me/second-factor/removal");

	private final County county = County.running();

	@Test
	void everyOperationOfEveryServiceNeedsAPermissionThatTheCatalogueHasFromThatService() {
		Map<String, JsonNode> catalogue = catalogue();
		ApiDocuments.of(this.county)
			.forEach((service, document) -> document.path("paths")
				.forEachEntry((path, item) -> item.forEachEntry((method, operation) -> {
					String name = method + " " + path;
					if (!EXCEPTIONS.contains(name)) {
						String permission = operation.path("x-permission").asString("none");
						assertThat(catalogue).as(name).containsKey(permission);
						JsonNode listed = Objects.requireNonNull(catalogue.get(permission));
						assertThat(listed.path("services").valueStream().map(JsonNode::asString)).as(name)
							.contains(service);
						assertThat(listed.path("withdrawn").asBoolean()).as(name).isFalse();
					}
				})));
	}

	@Test
	void thePlatformAdministratorHoldsTheWholeCatalogue() {
		JsonNode role = this.county.as("platformAdmin")
			.get("/api/v1/roles?query=PLATFORM_ADMIN&builtIn=true")
			.items()
			.path(0);
		assertThat(role.path("permissions").valueStream().map(JsonNode::asString)).containsAll(catalogue().keySet());
	}

	@Test
	void nobodyOutsideReachesWhereServicesDeclare() {
		this.county.as("platformAdmin")
			.send("PUT", "/api/v1/permission-declarations/org-service", "{\"permissions\":[]}")
			.isProblem(404, "not-found");
	}

	private Map<String, JsonNode> catalogue() {
		Map<String, JsonNode> catalogue = new HashMap<>();
		this.county.as("platformAdmin")
			.get("/api/v1/permissions")
			.items()
			.forEach((item) -> catalogue.put(item.path("code").asString(), item));
		return catalogue;
	}

}
