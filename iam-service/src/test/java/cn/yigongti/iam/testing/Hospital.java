package cn.yigongti.iam.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import tools.jackson.databind.json.JsonMapper;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

/** The Cloud HIS, as it answers for its staff. */
public final class Hospital {

	private static final int PAGE = 500;

	private Hospital() {
	}

	/** A row of the HIS that is right in every field. */
	public static Map<String, Object> row(String id, String orgCode) {
		Map<String, Object> row = new LinkedHashMap<>();
		row.put("userId", id);
		row.put("loginName", "login" + id);
		row.put("name", "王" + id);
		row.put("gender", "2");
		row.put("mobile", "13900000001");
		row.put("orgCode", orgCode);
		row.put("deptCode", "03");
		row.put("deptName", "内科");
		row.put("staffType", "DOCTOR");
		row.put("title", "医师");
		row.put("enabled", true);
		row.put("updatedAt", "2026-11-22T08:00:00Z");
		return row;
	}

	public static Map<String, Object> row(String id, String orgCode, String field, Object value) {
		Map<String, Object> row = row(id, orgCode);
		row.put(field, value);
		return row;
	}

	/** The HIS has exactly these rows. */
	public static void has(List<Map<String, Object>> rows) {
		Surroundings.HIS.resetAll();
		int pages = Math.max(1, (rows.size() + PAGE - 1) / PAGE);
		for (int page = 0; page < pages; page++) {
			List<Map<String, Object>> content = rows.subList(page * PAGE, Math.min(rows.size(), (page + 1) * PAGE));
			answers(page,
					okJson(JsonMapper.shared()
						.writeValueAsString(Map.of("content", new ArrayList<>(content), "totalElements", rows.size(),
								"last", page == pages - 1))));
		}
	}

	/** One page is answered with this instead. */
	public static void answers(int page, ResponseDefinitionBuilder answer) {
		Surroundings.HIS.stubFor(get(urlPathEqualTo("/api/users")).withQueryParam("page", equalTo("" + page))
			.withQueryParam("size", equalTo("" + PAGE))
			.willReturn(answer));
	}

}
