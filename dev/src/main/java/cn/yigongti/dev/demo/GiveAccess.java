package cn.yigongti.dev.demo;

import java.util.List;
import java.util.Map;

import cn.yigongti.dev.secrets.Secrets;
import tools.jackson.databind.JsonNode;

/**
 * Gives people their roles and passwords, and machines their secrets.
 */
final class GiveAccess {

	private final ApiClient operator;

	private final Journal journal;

	private final Secrets secrets;

	private final Staffing staffing;

	GiveAccess(ApiClient operator, Journal journal, Secrets secrets, Staffing staffing) {
		this.operator = operator;
		this.journal = journal;
		this.secrets = secrets;
		this.staffing = staffing;
	}

	void addRoles() throws Exception {
		for (OwnRole role : OwnRole.values()) {
			this.journal.once("role/" + role,
					() -> this.operator.create("/api/v1/roles", "demo:role/" + role, role.definition())
						.path("id")
						.asString());
		}
	}

	/**
	 * The person signs in with the password of the state folder, which they choose
	 * themselves by their activation code.
	 */
	void to(Cast.Person person) throws Exception {
		this.journal.once(person.item(), () -> {
			String id = this.staffing.userId(person.member().loginName());
			String user = "/api/v1/users/" + id;
			Grant grant = person.grant();
			if (grant != null) {
				this.operator.replace(user, "/grants", List.of(grant.in(this.journal)));
			}
			String code = this.operator.post(user + "/activation", Map.of()).path("code").asString();
			this.operator.postAnonymously("/api/v1/activations",
					new Redemption(person.member().loginName(), code, this.secrets.password(person.item())));
			return id;
		});
	}

	/** The secret is shown once, so it is noted together with the client. */
	void to(Cast.Machine machine) throws Exception {
		this.journal.once(machine.item(), () -> {
			NewClient body = new NewClient(machine.name(),
					this.journal.get(RegisterOrganizations.item(machine.organization())),
					List.of(machine.grant().in(this.journal)));
			JsonNode client = this.operator.create("/api/v1/clients", "demo:" + machine.item(), body);
			return client.path("clientId").asString() + " " + client.path("clientSecret").asString();
		});
	}

	void revoke(Cast.Machine machine) throws Exception {
		this.operator.delete("/api/v1/clients/" + Credentials.of(machine, this.journal).clientId());
	}

	private record Redemption(String loginName, String code, String password) {
	}

	private record NewClient(String name, String organizationId, List<Grant.Assignment> grants) {
	}

	/** What a machine signs in with. */
	record Credentials(String clientId, String clientSecret) {

		static Credentials of(Cast.Machine machine, Journal journal) {
			String[] both = journal.get(machine.item()).split(" ", 2);
			return new Credentials(both[0], both[1]);
		}

	}

}
