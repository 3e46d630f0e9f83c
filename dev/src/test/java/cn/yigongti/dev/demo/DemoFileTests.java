package cn.yigongti.dev.demo;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

import cn.yigongti.dev.county.DemoCounty;
import cn.yigongti.dev.county.PlannedOrganization;
import cn.yigongti.dev.county.Staff;
import cn.yigongti.dev.secrets.Secrets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The file's form is a promise to everybody who reads it.
 */
class DemoFileTests {

	@TempDir
	Path folder;

	private JsonNode file;

	@BeforeEach
	void write() throws Exception {
		DemoCounty county = DemoCounty.plan();
		Cast cast = new Cast(county, Staff.of(county));
		Journal journal = Journal.in(this.folder.resolve("journal"));
		for (PlannedOrganization organization : county.organizations().toList()) {
			journal.once(RegisterOrganizations.item(organization), () -> "id of " + organization.name());
			journal.once(SetUpCenters.item(organization), () -> "centre at " + organization.name());
		}
		journal.once(RegisterOrganizations.item(county.main()), () -> "main");
		journal.once(RegisterOrganizations.item(county.other()), () -> "other");
		for (Cast.Person person : cast.people()) {
			journal.once(person.item(), () -> "id of " + person.name());
		}
		for (Cast.Machine machine : cast.machines()) {
			journal.once(machine.item(), () -> machine.name() + " secret of " + machine.name());
		}
		Secrets secrets = Secrets.in(this.folder.resolve("secrets"));
		DemoFile
			.of(URI.create("http://127.0.0.1:8080"), URI.create("http://127.0.0.1:8080/x"), county, cast, journal,
					secrets)
			.writeTo(path());
		this.file = JsonMapper.shared().readTree(path().toFile());
	}

	@Test
	void hasAllMembersAndNoOther() {
		assertThat(this.file.propertyNames()).containsExactly("gateway", "issuer", "redirectUri", "people", "clients",
				"consortiumId", "otherConsortiumId", "organizations", "consultationCenters");
		assertThat(this.file.path("people").propertyNames()).containsExactly("platformAdmin", "consortiumAdmin",
				"regulator", "townshipDoctor", "villageDoctor", "countyDoctor", "tcmDoctor", "otherConsortiumAdmin",
				"noRole");
		assertThat(this.file.path("clients").propertyNames()).containsExactly("peoplesHospitalHis", "tcmHospitalHis",
				"townshipHis", "mobileApp");
		assertThat(this.file.path("organizations").propertyNames()).containsExactly("peoplesHospital", "tcmHospital",
				"township1", "township2", "village1", "village2", "otherHospital");
		assertThat(this.file.path("consultationCenters").propertyNames()).containsExactlyInAnyOrder("peoplesHospital",
				"tcmHospital");
	}

	@Test
	void tellsHowEachPersonSignsIn() {
		assertThat(this.file.path("people")).allSatisfy((person) -> assertThat(person.propertyNames())
			.containsExactly("loginName", "password", "userId", "organizationId"));
		JsonNode doctor = this.file.path("people").path("townshipDoctor");
		assertThat(doctor.path("userId").asString()).isEqualTo("id of townshipDoctor");
		assertThat(doctor.path("organizationId")).isEqualTo(this.file.path("organizations").path("township1"));
	}

	@Test
	void tellsHowEachMachineSignsIn() {
		assertThat(this.file.path("clients")).allSatisfy((client) -> assertThat(client.propertyNames())
			.containsExactly("clientId", "clientSecret", "organizationId"));
		JsonNode his = this.file.path("clients").path("tcmHospitalHis");
		assertThat(his.path("clientId").asString()).isEqualTo("tcmHospitalHis");
		assertThat(his.path("clientSecret").asString()).isEqualTo("secret of tcmHospitalHis");
		assertThat(his.path("organizationId").asString()).isEqualTo("id of 城口县中医院");
	}

	@Test
	void givesNoPasswordTwice() {
		List<String> passwords = this.file.path("people")
			.valueStream()
			.map((person) -> person.path("password").asString())
			.toList();
		assertThat(passwords).doesNotHaveDuplicates();
	}

	@Test
	void isReadableByItsOwnerAlone() throws Exception {
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path()))).isEqualTo("rw-------");
	}

	private Path path() {
		return this.folder.resolve("demo.json");
	}

}
