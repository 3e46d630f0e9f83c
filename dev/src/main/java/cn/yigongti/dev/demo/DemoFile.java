package cn.yigongti.dev.demo;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import cn.yigongti.dev.county.DemoCounty;
import cn.yigongti.dev.county.PlannedOrganization;
import cn.yigongti.dev.secrets.PrivateFile;
import cn.yigongti.dev.secrets.Secrets;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a program, or a person, needs to know to use the demo, as {@code demo.json}.
 *
 * @param redirectUri one that the public client {@code console} may use
 */
public record DemoFile(URI gateway, URI issuer, URI redirectUri, Map<String, SignIn> people,
		Map<String, MachineAccess> clients, String consortiumId, String otherConsortiumId,
		Map<String, String> organizations, Map<String, String> consultationCenters) {

	static DemoFile of(URI gateway, URI redirectUri, DemoCounty county, Cast cast, Journal journal, Secrets secrets) {
		Map<String, SignIn> people = new LinkedHashMap<>();
		for (Cast.Person person : cast.people()) {
			people.put(person.name(), new SignIn(person.member().loginName(), secrets.password(person.item()),
					journal.get(person.item()), id(journal, person.organization())));
		}
		Map<String, MachineAccess> clients = new LinkedHashMap<>();
		for (Cast.Machine machine : cast.machines()) {
			GiveAccess.Credentials credentials = GiveAccess.Credentials.of(machine, journal);
			clients.put(machine.name(), new MachineAccess(credentials.clientId(), credentials.clientSecret(),
					id(journal, machine.organization())));
		}
		return new DemoFile(gateway, gateway, redirectUri, people, clients,
				journal.get(RegisterOrganizations.item(county.main())),
				journal.get(RegisterOrganizations.item(county.other())), organizations(cast, journal),
				Map.of("peoplesHospital", SetUpCenters.center(journal, cast.peoplesHospital()), "tcmHospital",
						SetUpCenters.center(journal, cast.tcmHospital())));
	}

	private static Map<String, String> organizations(Cast cast, Journal journal) {
		Map<String, String> organizations = new LinkedHashMap<>();
		organizations.put("peoplesHospital", id(journal, cast.peoplesHospital()));
		organizations.put("tcmHospital", id(journal, cast.tcmHospital()));
		organizations.put("township1", id(journal, cast.township(1)));
		organizations.put("township2", id(journal, cast.township(2)));
		organizations.put("village1", id(journal, cast.village(1)));
		organizations.put("village2", id(journal, cast.village(2)));
		organizations.put("otherHospital", id(journal, cast.otherHospital()));
		return organizations;
	}

	private static String id(Journal journal, PlannedOrganization organization) {
		return journal.get(RegisterOrganizations.item(organization));
	}

	/**
	 * Writes it for nobody but its owner.
	 */
	public void writeTo(Path file) {
		JsonMapper json = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
		PrivateFile.write(file, json.writeValueAsString(this) + "\n");
	}

	/**
	 * A person who can sign in.
	 */
	public record SignIn(String loginName, String password, String userId, String organizationId) {
	}

	/**
	 * A machine client.
	 */
	public record MachineAccess(String clientId, String clientSecret, String organizationId) {
	}

}
