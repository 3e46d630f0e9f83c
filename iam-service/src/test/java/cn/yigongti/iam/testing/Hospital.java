package cn.yigongti.iam.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import tools.jackson.databind.json.JsonMapper;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

/** The Cloud HIS, as it answers for its staff. */
public final class Hospital {

	private static final int PAGE = 500;

	private Hospital() {
	}

	/** Where the HIS is that answers for organizations which have none of their own. */
	public static String address() {
		return Surroundings.HIS.baseUrl();
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

	/** Where another HIS is. */
	public static String address(String name) {
		return Surroundings.HIS.baseUrl() + "/" + name;
	}

	/** The HIS has exactly these rows, and there is no other. */
	public static void has(List<Map<String, Object>> rows) {
		Surroundings.HIS.resetAll();
		has("", rows);
	}

	/** Another HIS has exactly these rows. */
	public static void another(String name, List<Map<String, Object>> rows) {
		has("/" + name, rows);
	}

	private static void has(String path, List<Map<String, Object>> rows) {
		int pages = Math.max(1, (rows.size() + PAGE - 1) / PAGE);
		for (int page = 0; page < pages; page++) {
			List<Map<String, Object>> content = rows.subList(page * PAGE, Math.min(rows.size(), (page + 1) * PAGE));
			answers(path, page,
					okJson(JsonMapper.shared()
						.writeValueAsString(Map.of("content", new ArrayList<>(content), "totalElements", rows.size(),
								"last", page == pages - 1))));
		}
	}

	/** One page is answered with this instead. */
	public static void answers(int page, ResponseDefinitionBuilder answer) {
		answers("", page, answer);
	}

	private static void answers(String path, int page, ResponseDefinitionBuilder answer) {
		Surroundings.HIS.stubFor(get(urlPathEqualTo(path + "/api/users")).withQueryParam("page", equalTo("" + page))
			.withQueryParam("size", equalTo("" + PAGE))
			.willReturn(answer));
	}

	/**
	 * Since when changes were asked for, by each request for a first page; "" for ever.
	 */
	public static List<String> askedSince() {
		return Surroundings.HIS
			.findAll(getRequestedFor(urlPathEqualTo("/api/users")).withQueryParam("page", equalTo("0")))
			.stream()
			.map((request) -> request.queryParameter("updatedSince"))
			.map((since) -> since.isPresent() ? since.firstValue() : "")
			.toList();
	}

	/** From now on it waits before it answers. */
	public static void takesItsTime(int milliseconds) {
		Surroundings.HIS.setGlobalFixedDelay(milliseconds);
	}

	/** What it answers when it is asked for one user. */
	public static void knows(List<Map<String, Object>> rows) {
		Surroundings.HIS.resetAll();
		Surroundings.HIS.stubFor(get(urlPathEqualTo("/api/users")).withQueryParam("userId", matching(".+"))
			.willReturn(okJson(JsonMapper.shared()
				.writeValueAsString(Map.of("content", rows, "totalElements", rows.size(), "last", true)))));
	}

	public static void isDown() {
		Surroundings.HIS.resetAll();
		Surroundings.HIS.stubFor(get(anyUrl()).willReturn(serverError()));
	}

}
