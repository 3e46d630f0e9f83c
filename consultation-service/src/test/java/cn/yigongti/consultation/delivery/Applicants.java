package cn.yigongti.consultation.delivery;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;

import cn.yigongti.consultation.consultation.ApplicantDoctor;
import cn.yigongti.consultation.consultation.Consultation;
import cn.yigongti.consultation.consultation.ConsultationType;
import cn.yigongti.consultation.consultation.Consultations;
import cn.yigongti.consultation.consultation.Question;
import cn.yigongti.consultation.consultation.Submission;
import cn.yigongti.consultation.consultation.Urgency;
import cn.yigongti.consultation.directory.Tier;
import cn.yigongti.consultation.party.Party;
import cn.yigongti.patient.Diagnosis;
import cn.yigongti.patient.Patient;
import cn.yigongti.patient.PatientSeal;
import cn.yigongti.platform.mapping.RowMappers;
import cn.yigongti.platform.outbound.HostNames;
import cn.yigongti.platform.test.AdjustableClock;
import cn.yigongti.platform.test.PeerServer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

/**
 * Organizations that apply for consultations, each with a third-party system or without,
 * all of one centre.
 */
class Applicants {

	static final String PATIENT = "张三丰";

	static final String ID_NUMBER = "500229190001010019";

	private final Party center = new Party(UUID.randomUUID(), "县人民医院", Tier.COUNTY, null, "500229001");

	private final UUID centerId = UUID.randomUUID();

	private final Deliveries deliveries;

	private final Consultations consultations;

	private final PatientSeal seal;

	private final JdbcClient jdbc;

	private final RowMappers mappers;

	private final TransactionTemplate transaction;

	private final PeerServer peers;

	private final AdjustableClock clock;

	Applicants(Deliveries deliveries, Consultations consultations, PatientSeal seal, JdbcClient jdbc,
			RowMappers mappers, TransactionTemplate transaction, PeerServer peers, AdjustableClock clock) {
		this.deliveries = deliveries;
		this.consultations = consultations;
		this.seal = seal;
		this.jdbc = jdbc;
		this.mappers = mappers;
		this.transaction = transaction;
		this.peers = peers;
		this.clock = clock;
	}

	/** Any name leads to this machine, but for one that leads into a network. */
	@TestConfiguration(proxyBeanMethods = false)
	static class Names {

		@Bean
		HostNames hostNames() {
			return (host) -> List.of(InetAddress.ofLiteral(host.startsWith("inside.") ? "10.0.0.1" : "127.0.0.1"));
		}

	}

	/** Begins anew: nothing waits, and the clock is right. */
	void forgetAll() {
		this.clock.putForward(Duration.ZERO);
		this.jdbc.sql("delete from consultation_delivery_attempt").update();
		this.jdbc.sql("delete from consultation_delivery").update();
	}

	/** An organization without a third-party system. */
	Party applicant() {
		Party applicant = new Party(UUID.randomUUID(), "明通镇中心卫生院", Tier.TOWNSHIP, UUID.randomUUID(), "500229101");
		hasSystemAt(applicant, null);
		return applicant;
	}

	Party applicant(String address) {
		Party applicant = applicant();
		hasSystemAt(applicant, address);
		return applicant;
	}

	void hasSystemAt(Party applicant, @Nullable String address) {
		Map<String, Object> config = (address != null) ? Map.of("consultationApiUrl", address) : Map.of();
		this.peers.stubFor(get(urlPathEqualTo(configOf(applicant)))
			.willReturn(okJson(JsonMapper.shared().writeValueAsString(config))));
	}

	void hasNoOrgServiceToAsk(Party applicant) {
		this.peers.stubFor(get(urlPathEqualTo(configOf(applicant))).willReturn(serverError()));
	}

	private static String configOf(Party applicant) {
		return "/api/v1/organizations/" + applicant.id() + "/system-config";
	}

	Party center() {
		return this.center;
	}

	/** Submits, as the submission does it. */
	Consultation submit(Party applicant) {
		return submit(applicant, false);
	}

	Consultation importHistory(Party applicant) {
		return submit(applicant, true);
	}

	private Consultation submit(Party applicant, boolean imported) {
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		Submission submission = new Submission(ConsultationType.IMAGING, Urgency.URGENT, applicant,
				new ApplicantDoctor(UUID.randomUUID(), "李刚", "全科"), this.centerId, this.center,
				this.seal.seal(new Patient(PATIENT, ID_NUMBER, "1", LocalDate.of(1900, 1, 1), "13800000001")), now,
				imported);
		Question question = new Question("放射科", "请会诊胸部CT", "咳嗽、发热三天", new Diagnosis("J18.900", "肺炎"));
		Consultation consultation = Consultation.submit(submission, question, "HZ-" + UUID.randomUUID(),
				now.plus(Duration.ofHours(4)), now);
		return within(() -> {
			keepCenter();
			Consultation saved = this.consultations.save(consultation);
			this.deliveries.enqueue(saved);
			return saved;
		});
	}

	/** The centre asks for more, and the applicant answers. */
	void resubmit(Consultation consultation) {
		within(() -> {
			Consultation found = this.consultations.lockById(consultation.id()).orElseThrow();
			found.sendBack(this.clock.instant());
			found.resubmit(this.clock.instant(), this.clock.instant());
			this.deliveries.enqueue(this.consultations.save(found));
			return found;
		});
	}

	/** Cancels, with or without a word to the deliveries. */
	void cancel(Consultation consultation, boolean withdraw) {
		within(() -> {
			Consultation found = this.consultations.lockById(consultation.id()).orElseThrow();
			found.cancel("患者已转院", this.clock.instant(), this.clock.instant());
			if (withdraw) {
				this.deliveries.withdraw(found.id());
			}
			return this.consultations.save(found);
		});
	}

	private <T> T within(Supplier<T> work) {
		return Objects.requireNonNull(this.transaction.execute((status) -> work.get()));
	}

	private void keepCenter() {
		this.jdbc
			.sql("""
					insert into consultation_center (id, consortium_id, organization_id, organization_name, organization_tier,
						organization_region_code, introduction, specialties, active, place, created_at, updated_at, version)
					values (:id, :consortium, :organization, '县人民医院', 'COUNTY', '500229001', '', '{}', true, 1, now(), now(), 1)
					on conflict (id) do nothing""")
			.param("id", this.centerId)
			.param("consortium", UUID.randomUUID())
			.param("organization", this.center.id())
			.update();
	}

	List<Delivery> deliveriesOf(Consultation consultation) {
		return this.jdbc.sql("select * from consultation_delivery where consultation_id = :id order by number")
			.param("id", consultation.id())
			.query(this.mappers.of(Delivery.class))
			.list();
	}

	Delivery deliveryOf(Consultation consultation) {
		return deliveriesOf(consultation).getLast();
	}

	List<Delivery> all() {
		return this.jdbc.sql("select * from consultation_delivery order by created_at")
			.query(this.mappers.of(Delivery.class))
			.list();
	}

	/** Codes of the outcomes so far; {@code -} for an attempt that was cut off. */
	List<String> outcomesOf(Consultation consultation) {
		return this.jdbc.sql("""
				select coalesce(outcome, '-') from consultation_delivery_attempt
				where delivery_id in (select id from consultation_delivery where consultation_id = :id)
				order by delivery_id, number""").param("id", consultation.id()).query(String.class).list();
	}

}
