package cn.yigongti.org.systemconfig;

import java.util.Map;
import java.util.UUID;

import cn.yigongti.org.Api;
import tools.jackson.databind.JsonNode;

/**
 * A consortium since 2020: the hospital that leads it, another one, a township's centre
 * and a clinic below the centre.
 */
record Configured(Api api, String county, UUID lead, UUID hospital, UUID centre, UUID clinic, UUID consortium) {

	static Configured world(Api api) {
		String county = Api.newCounty();
		UUID lead = api.hospital(county);
		UUID hospital = api.hospital(county);
		UUID centre = api.townshipCentre(county, "102");
		UUID clinic = api.clinic(county + "102201", centre);
		UUID consortium = api.consortium(county, lead);
		for (UUID member : new UUID[] { hospital, centre, clinic }) {
			api.join(consortium, member, "2024-01-01").expect(201);
		}
		return new Configured(api, county, lead, hospital, centre, clinic, consortium);
	}

	static String path(UUID organization) {
		return "/organizations/" + organization + "/system-config";
	}

	void set(UUID organization, Map<String, ?> settings) {
		this.api.put(path(organization), "*", settings).expect(200);
	}

	JsonNode read(UUID organization) {
		return this.api.get(path(organization)).expect(200);
	}

	/** A value that applies and from where it comes. */
	String told(UUID organization, String value) {
		JsonNode answer = read(organization);
		JsonNode source = answer.path("sources").path(value);
		return answer.has(value) ? answer.path(value).asString() + " " + source.path("from").asString() + " "
				+ name(source.path("organizationId").asString()) : "none";
	}

	private String name(String id) {
		return Map
			.of(this.lead.toString(), "lead", this.hospital.toString(), "hospital", this.centre.toString(), "centre",
					this.clinic.toString(), "clinic")
			.getOrDefault(id, id);
	}

}
