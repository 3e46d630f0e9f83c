package cn.yigongti.consultation.directory;

import java.util.List;
import java.util.UUID;

import cn.yigongti.consultation.ConsultationServiceTest;
import cn.yigongti.consultation.PeerServices;
import cn.yigongti.consultation.PeerServices.Place;
import cn.yigongti.platform.remote.DependencyUnavailable;
import cn.yigongti.platform.test.PeerServer;
import org.junit.jupiter.api.Test;

import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Against the contract examples of the org-service and the iam-service. */
@ConsultationServiceTest
class RemoteDirectoryTests {

	private final Directory directory;

	private final PeerServer peers;

	private final Place place = new Place(UUID.randomUUID(), "县人民医院", Tier.COUNTY, "500229001", UUID.randomUUID(),
			"ACTIVE");

	RemoteDirectoryTests(Directory directory, PeerServer peers) {
		this.directory = directory;
		this.peers = peers;
	}

	@Test
	void readsAnOrganizationAndAsksForItOnce() {
		PeerServices.add(this.peers, this.place);
		Organization organization = new Organization(this.place.id(), "县人民医院", Tier.COUNTY, "500229001",
				Organization.Status.ACTIVE, this.place.consortium(), null);
		assertThat(this.directory.organization(this.place.id())).contains(organization);
		assertThat(this.directory.organization(this.place.id())).contains(organization);
		this.peers.verify(1, getRequestedFor(urlPathEqualTo("/api/v1/organizations/" + this.place.id()))
			.withHeader("Authorization", matching("Bearer .+")));
	}

	@Test
	void readsAllMembersPageByPage() {
		Place other = new Place(UUID.randomUUID(), "卫生院", Tier.TOWNSHIP, "500229101", this.place.consortium(),
				"CLOSED");
		PeerServices.consortium(this.peers, this.place.consortium(), List.of(this.place, other));
		assertThat(this.directory.members(this.place.consortium())).extracting(Organization::id)
			.containsExactly(this.place.id(), other.id());
		assertThat(this.directory.members(this.place.consortium()).getLast().isClosed()).isTrue();
	}

	@Test
	void readsADoctor() {
		UUID id = UUID.randomUUID();
		PeerServices.doctor(this.peers, id, "李刚", this.place.id(), true);
		Doctor doctor = this.directory.doctor(id).orElseThrow();
		assertThat(doctor.name()).isEqualTo("李刚");
		assertThat(doctor.departmentName()).isEqualTo("全科");
		assertThat(this.directory.presenceOf(id)).contains(new Presence(true, this.place.id()));
	}

	@Test
	void knowsNobodyUnderAnIdThatIsNotThere() {
		assertThat(this.directory.organization(UUID.randomUUID())).isEmpty();
		assertThat(this.directory.doctor(UUID.randomUUID())).isEmpty();
		assertThat(this.directory.presenceOf(UUID.randomUUID())).isEmpty();
	}

	@Test
	void tellsAnOutageFromAnAbsence() {
		PeerServices.down(this.peers, "/api/v1/organizations/" + this.place.id());
		assertThatExceptionOfType(DependencyUnavailable.class)
			.isThrownBy(() -> this.directory.organization(this.place.id()));
	}

}
