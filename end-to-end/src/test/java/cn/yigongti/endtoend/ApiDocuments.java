package cn.yigongti.endtoend;

import java.util.Map;
import java.util.TreeMap;

import tools.jackson.databind.JsonNode;

/** The OpenAPI documents of all services, as the gateway serves them. */
final class ApiDocuments {

	private static final String[] SERVICES = { "iam-service", "org-service", "consultation-service", "referral-service",
			"dashboard-service", "health-record-service" };

	private ApiDocuments() {
	}

	static Map<String, JsonNode> of(County county) {
		Map<String, JsonNode> documents = new TreeMap<>();
		for (String service : SERVICES) {
			documents.put(service, county.anonymous().get("/v3/api-docs/" + service).is(200).body());
		}
		return documents;
	}

}
