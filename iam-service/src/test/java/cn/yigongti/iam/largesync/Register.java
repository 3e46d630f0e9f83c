package cn.yigongti.iam.largesync;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import cn.yigongti.platform.test.StubServer;
import com.sun.net.httpserver.HttpExchange;
import tools.jackson.databind.json.JsonMapper;

/** An org-service that knows the hospitals, all with the same HIS. */
final class Register {

	private Register() {
	}

	static void answersIn(StubServer server, String his) {
		List<Object> organizations = new ArrayList<>();
		List<Object> configurations = new ArrayList<>();
		for (int i = 0; i < Population.ORGANIZATIONS; i++) {
			String id = Population.organization(i).toString();
			organizations.add(Map.of("id", id, "institutionCode", Population.code(i), "name", "医院" + i, "regionCode",
					"500229", "status", "ACTIVE"));
			configurations.add(Map.of("organizationId", id, "systemApiUrl", his));
		}
		server.behave((exchange) -> answer(exchange,
				exchange.getRequestURI().getPath().endsWith("system-configs") ? configurations : organizations));
	}

	private static void answer(HttpExchange exchange, List<Object> items) throws IOException {
		byte[] body = JsonMapper.shared()
			.writeValueAsString(Map.of("items", items, "total", items.size()))
			.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().add("Content-Type", "application/json");
		exchange.sendResponseHeaders(200, body.length);
		exchange.getResponseBody().write(body);
	}

}
