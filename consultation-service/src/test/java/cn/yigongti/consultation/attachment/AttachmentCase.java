package cn.yigongti.consultation.attachment;

import java.util.List;
import java.util.UUID;

import cn.yigongti.consultation.PeerServices;
import cn.yigongti.consultation.consultation.Consultations;
import cn.yigongti.consultation.party.Party;
import cn.yigongti.patient.PatientSeal;
import cn.yigongti.platform.test.PeerServer;
import cn.yigongti.platform.test.TestTokens;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Two sides with their callers. */
public class AttachmentCase {

	private static final String[] DOCTOR = { "consultation:read", "consultation:write" };

	private final RestTestClient http;

	private final PeerServer peers;

	private final JdbcClient jdbc;

	public final StoredConsultations consultations;

	private final UUID applicantDoctor = UUID.randomUUID();

	AttachmentCase(RestTestClient http, PeerServer peers, JdbcClient jdbc, Consultations consultations,
			PatientSeal seal) {
		this.http = http;
		this.peers = peers;
		this.jdbc = jdbc;
		this.consultations = new StoredConsultations(consultations, jdbc, seal);
		PeerServices.doctor(peers, this.applicantDoctor, "李刚", this.consultations.applicant.id(), true);
	}

	public AttachmentCalls applicant(UUID consultation) {
		return as(applicantToken(), consultation);
	}

	public TestTokens applicantToken() {
		return doctor(this.applicantDoctor, this.consultations.applicant);
	}

	/** A doctor of the applicant whom nobody can be asked about. */
	public AttachmentCalls namelessApplicant(UUID consultation) {
		UUID doctor = UUID.randomUUID();
		PeerServices.down(this.peers, "/api/v1/users/" + doctor);
		return as(doctor(doctor, this.consultations.applicant), consultation);
	}

	public AttachmentCalls center(UUID consultation) {
		return as(doctor(UUID.randomUUID(), this.consultations.center), consultation);
	}

	/** Sees both sides and writes for none. */
	public AttachmentCalls regulator(UUID consultation) {
		UUID elsewhere = UUID.randomUUID();
		return as(TestTokens.user()
			.mayInRegion("500229", "consultation:read")
			.mayInOrganization(elsewhere, "consultation:write"), consultation);
	}

	public AttachmentCalls stranger(UUID consultation) {
		return as(TestTokens.user().mayInConsortium(UUID.randomUUID(), DOCTOR), consultation);
	}

	public AttachmentCalls as(TestTokens caller, UUID consultation) {
		return new AttachmentCalls(this.http, caller, consultation);
	}

	private static TestTokens doctor(UUID id, Party place) {
		return TestTokens.user(id).of(place.id()).mayInOrganization(place.id(), DOCTOR);
	}

	/** What the trail tells of a consultation, the oldest first. */
	public List<String> trail(UUID consultation) {
		return this.jdbc.sql("""
				select action || coalesce(' ' || reason, '') from audit_event
				where resource_id = :id and resident_hash is not null and result = 'SUCCESS' order by id""")
			.param("id", consultation.toString())
			.query(String.class)
			.list();
	}

	public long largeObjects() {
		return this.jdbc.sql("select count(*) from pg_largeobject_metadata").query(Long.class).single();
	}

}
