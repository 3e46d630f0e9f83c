package cn.yigongti.iam.grant;

import java.util.Arrays;
import java.util.UUID;

import cn.yigongti.iam.testing.Api;
import cn.yigongti.iam.testing.Api.Answer;
import cn.yigongti.iam.testing.County;
import cn.yigongti.iam.testing.County.Place;
import cn.yigongti.iam.testing.People;
import cn.yigongti.iam.testing.People.Person;
import cn.yigongti.platform.test.TestTokens;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Two consortia in two counties, and callers that hold just so much. */
final class Ground {

	final UUID consortium;

	final UUID otherConsortium;

	final Place township;

	final Place foreign;

	private final People people;

	private final JdbcClient jdbc;

	private final int port;

	Ground(County county, People people, JdbcClient jdbc, int port) {
		this.people = people;
		this.jdbc = jdbc;
		this.port = port;
		this.consortium = county.consortium("500229");
		this.otherConsortium = county.consortium("500238");
		this.township = county.organization("500229001", this.consortium);
		this.foreign = county.organization("500238001", this.otherConsortium);
	}

	/** What the role holds. */
	String[] permissionsOf(String role) {
		return this.jdbc.sql("select unnest(permissions) from role where code = :code")
			.param("code", role)
			.query(String.class)
			.list()
			.toArray(String[]::new);
	}

	/** What the role holds, and more. */
	String[] permissionsOf(String role, String... more) {
		String[] own = permissionsOf(role);
		String[] all = Arrays.copyOf(own, own.length + more.length);
		System.arraycopy(more, 0, all, own.length, more.length);
		return all;
	}

	Api as(TestTokens caller) {
		return new Api(this.port, caller.bearer());
	}

	/** Who may do everything everywhere. */
	Api platform() {
		return as(TestTokens.user().mayEverywhere(permissionsOf("PLATFORM_ADMIN")));
	}

	Person doctor() {
		return this.people.doctor(this.township);
	}

	Answer give(Api by, Person to, String... grants) {
		return by.put("/api/v1/users/" + to.id() + "/grants", "[" + String.join(",", grants) + "]", "If-Match", "*");
	}

	Answer register(Api by, String... grants) {
		return by.post("/api/v1/clients", "{\"name\":\"HIS\",\"organizationId\":\"%s\",\"grants\":[%s]}"
			.formatted(this.township.id(), String.join(",", grants)));
	}

	/** {@code ROLE SCOPE id}, the id by its name here, a division prefix, or none. */
	String grant(String words) {
		String[] parts = words.split(" ", -1);
		if (parts.length == 2) {
			return "{\"roleCode\":\"%s\",\"scope\":\"%s\"}".formatted(parts[0], parts[1]);
		}
		return "{\"roleCode\":\"%s\",\"scope\":\"%s\",\"scopeId\":\"%s\"}".formatted(parts[0], parts[1], id(parts[2]));
	}

	/**
	 * A caller who holds these permissions in a scope like {@code CONSORTIUM consortium}.
	 */
	TestTokens holding(TestTokens caller, String scope, String... permissions) {
		String[] parts = scope.split(" ", -1);
		return switch (parts[0]) {
			case "ALL" -> caller.mayEverywhere(permissions);
			case "REGION" -> caller.mayInRegion(parts[1], permissions);
			case "CONSORTIUM" -> caller.mayInConsortium(UUID.fromString(id(parts[1])), permissions);
			default -> caller.mayInOrganization(UUID.fromString(id(parts[1])), permissions);
		};
	}

	private String id(String name) {
		return switch (name) {
			case "consortium" -> this.consortium.toString();
			case "otherConsortium" -> this.otherConsortium.toString();
			case "township" -> this.township.id().toString();
			case "foreign" -> this.foreign.id().toString();
			default -> name;
		};
	}

}
