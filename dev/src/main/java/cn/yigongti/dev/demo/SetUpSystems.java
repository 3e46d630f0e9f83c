package cn.yigongti.dev.demo;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import cn.yigongti.dev.county.DemoCounty;
import cn.yigongti.dev.county.PlannedConsortium;
import tools.jackson.databind.JsonNode;

/**
 * Tells the platform what the systems of the demo are called, what they show and where
 * they are, at the hospital that leads each consortium; all others inherit it. The
 * simulator has another address at each start, so it is told again; a name that somebody
 * has changed since stays.
 */
final class SetUpSystems {

	private static final String ICON = """
			<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">
			<rect width="64" height="64" rx="12" fill="#1b6e5a"/>
			<path d="M26 14h12v12h12v12H38v12H26V38H14V26h12z" fill="#ffffff"/>
			</svg>
			""";

	private final ApiClient operator;

	private final Journal journal;

	private final URI platform;

	private final URI cloudHis;

	SetUpSystems(ApiClient operator, Journal journal, URI platform, URI cloudHis) {
		this.operator = operator;
		this.journal = journal;
		this.platform = platform;
		this.cloudHis = cloudHis;
	}

	void setUp(DemoCounty county) throws Exception {
		for (PlannedConsortium consortium : List.of(county.main(), county.other())) {
			this.journal.unless("system-config/" + consortium.countyCode(), this.platform + " " + this.cloudHis,
					() -> configure(consortium));
			this.journal.once("system-icon/" + consortium.countyCode(), () -> {
				giveIcon(consortium);
				return "given";
			});
		}
	}

	private void configure(PlannedConsortium consortium) throws Exception {
		String path = path(consortium);
		Map<String, Object> settings = new TreeMap<>(
				Map.of("systemName", consortium.name() + "信息平台", "regional", true));
		JsonNode own = this.operator.get(path).path("own");
		own.properties().forEach((setting) -> settings.put(setting.getKey(), setting.getValue()));
		settings.put("systemApiUrl", this.cloudHis);
		settings.put("consultationApiUrl", this.cloudHis);
		settings.put("platformUrl", this.platform);
		this.operator.replace(path, "", settings);
	}

	private void giveIcon(PlannedConsortium consortium) throws Exception {
		JsonNode icon = this.operator.get(path(consortium)).path("sources").path("iconUrl");
		this.operator.upload(path(consortium) + "/icon", icon.path("from").asString("").equals("OWN"), "image/svg+xml",
				ICON);
	}

	private String path(PlannedConsortium consortium) {
		return "/api/v1/organizations/" + this.journal.get(RegisterOrganizations.item(consortium.lead()))
				+ "/system-config";
	}

}
