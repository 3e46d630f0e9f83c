package cn.yigongti.consultation.delivery;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import cn.yigongti.consultation.consultation.Consultation;
import cn.yigongti.consultation.party.Party;
import cn.yigongti.platform.test.AdjustableClock;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@DeliveryTest
class DeliveryTests {

	private final ThirdParty system = ThirdParty.works();

	private final Applicants applicants;

	private final Deliveries deliveries;

	private final DeliveryWorker worker;

	private final WatchBacklog watch;

	private final DeliveryProperties properties;

	private final MeterRegistry meters;

	private final AdjustableClock clock;

	private final JdbcClient jdbc;

	private final Outbox outbox;

	private final Party applicant;

	DeliveryTests(Applicants applicants, Deliveries deliveries, Outbox outbox, DeliveryWorker worker,
			WatchBacklog watch, DeliveryProperties properties, MeterRegistry meters, AdjustableClock clock,
			JdbcClient jdbc) {
		this.applicants = applicants;
		this.deliveries = deliveries;
		this.outbox = outbox;
		this.worker = worker;
		this.watch = watch;
		this.properties = properties;
		this.meters = meters;
		this.clock = clock;
		this.jdbc = jdbc;
		this.applicant = applicants.applicant(this.system.address());
	}

	@BeforeEach
	void begin() {
		this.applicants.forgetAll();
	}

	@AfterEach
	void end() {
		this.applicants.forgetAll();
		this.system.close();
	}

	@Test
	void tellsTheSystemUnderADeliveryIdAndWithoutOurIdentity() {
		Consultation consultation = this.applicants.submit(this.applicant);
		this.worker.deliverDue();

		Delivery delivery = this.applicants.deliveryOf(consultation);
		assertThat(delivery.state()).isEqualTo(DeliveryState.DELIVERED);
		assertThat(delivery.attempts()).isOne();
		assertThat(delivery.deliveredAt()).isNotNull();
		assertThat(this.system.paths()).containsExactly(this.system.host() + "/remote/api/consultations");
		assertThat(this.system.headers()).singleElement().satisfies((headers) -> {
			assertThat(headers.getFirst("X-Delivery-Id")).isEqualTo(delivery.id().toString());
			assertThat(headers.getFirst("Idempotency-Key")).isEqualTo(delivery.id().toString());
			assertThat(headers).doesNotContainKey("Authorization");
		});
		assertThat(this.system.taken(delivery.id()).path("patient").path("name").asString())
			.isEqualTo(Applicants.PATIENT);
		assertThat(auditedDeliveriesOf(consultation)).isOne();
	}

	@Test
	void keepsNothingOfThePatientInTheOutbox() {
		Consultation consultation = this.applicants.submit(this.applicant);
		String row = this.jdbc.sql("select to_jsonb(d)::text from consultation_delivery d")
			.query(String.class)
			.single();
		assertThat(row).contains(consultation.id().toString())
			.doesNotContain(Applicants.PATIENT, Applicants.ID_NUMBER,
					consultation.submission().patient().idNumberHash());
	}

	@Test
	void neitherDeliversNorListsImportedHistory() {
		Consultation imported = this.applicants.importHistory(this.applicant);
		assertThat(this.applicants.deliveriesOf(imported)).isEmpty();
	}

	@Test
	void takesASubmissionInItsOwnTransactionOnly() {
		Consultation consultation = this.applicants.submit(this.applicant);
		assertThatExceptionOfType(IllegalTransactionStateException.class)
			.isThrownBy(() -> this.deliveries.enqueue(consultation));
	}

	@Test
	void deliversAResubmissionUnderAnotherIdAndAfterTheFirst() {
		this.system.answer(503, "");
		Consultation consultation = this.applicants.submit(this.applicant);
		this.applicants.resubmit(consultation);
		this.worker.deliverDue();
		assertThat(this.applicants.outcomesOf(consultation)).containsExactly("status-503");

		this.system.work();
		putForward(Duration.ofMinutes(1));
		List<Delivery> both = this.applicants.deliveriesOf(consultation);
		assertThat(both).extracting(Delivery::state).containsOnly(DeliveryState.DELIVERED);
		assertThat(this.system.heard().subList(1, 3)).containsExactly(both.getFirst().id(), both.getLast().id());
		assertThat(this.system.taken(both.getLast().id()).path("submission").asInt()).isEqualTo(2);
	}

	@ParameterizedTest
	@ValueSource(ints = { 400, 404, 405, 410, 413, 415, 422 })
	void parksAtOnceWhatCantHeal(int status) {
		this.system.answer(status, "{}");
		Consultation consultation = this.applicants.submit(this.applicant);
		this.worker.deliverDue();
		assertThat(this.applicants.deliveryOf(consultation).state()).isEqualTo(DeliveryState.PARKED);
		assertThat(this.applicants.outcomesOf(consultation)).containsExactly("status-" + status);
	}

	@ParameterizedTest
	@ValueSource(ints = { 302, 401, 403, 408, 409, 425, 429, 500, 502, 503 })
	void triesAgainWhatMayHeal(int status) {
		this.system.answer(status, "{}");
		Consultation consultation = this.applicants.submit(this.applicant);
		this.worker.deliverDue();
		assertThat(this.applicants.deliveryOf(consultation).state()).isEqualTo(DeliveryState.PENDING);
		this.system.work();
		putForward(Duration.ofMinutes(1));
		assertThat(this.applicants.outcomesOf(consultation)).containsExactly("status-" + status, "delivered");
	}

	@Test
	void takesAConflictThatNamesOurDeliveryForADuplicate() {
		this.system.conflict();
		Consultation consultation = this.applicants.submit(this.applicant);
		this.worker.deliverDue();
		assertThat(this.applicants.deliveryOf(consultation).state()).isEqualTo(DeliveryState.DELIVERED);
		assertThat(this.applicants.outcomesOf(consultation)).containsExactly("duplicate");
	}

	@Test
	void waitsAsLongAsTheOtherSideAsksForAndNoLongerThanTheCap() {
		this.system.answer(429, "Retry-After", "600");
		Consultation patient = this.applicants.submit(this.applicant);
		this.worker.deliverDue();
		assertThat(waitOf(patient)).isEqualTo(Duration.ofMinutes(10));

		this.system.answer(503, "Retry-After", "86400");
		putForward(Duration.ofMinutes(11));
		assertThat(waitOf(patient)).isEqualTo(this.properties.longestBackOff());
	}

	@Test
	void parksAfterADayAndDeliversByHandUnderTheSameId() {
		this.system.answer(503, "");
		Consultation consultation = this.applicants.submit(this.applicant);
		for (int halfHour = 0; halfHour <= 47; halfHour++) {
			putForward(Duration.ofMinutes(30L * halfHour));
			assertThat(this.applicants.deliveryOf(consultation).state()).isEqualTo(DeliveryState.PENDING);
		}
		putForward(Duration.ofHours(24).plusSeconds(1));
		Delivery parked = this.applicants.deliveryOf(consultation);
		assertThat(parked.state()).isEqualTo(DeliveryState.PARKED);
		assertThat(parked.nextAttemptAt()).isNull();
		this.watch.look();
		assertThat(gauge("parked")).isOne();

		this.system.work();
		putForward(Duration.ofHours(30));
		assertThat(this.applicants.deliveryOf(consultation).state()).isEqualTo(DeliveryState.PARKED);
		this.outbox.redeliver(List.of(parked.id()));
		this.worker.deliverDue();
		assertThat(this.applicants.deliveryOf(consultation).state()).isEqualTo(DeliveryState.DELIVERED);
		assertThat(this.system.taken()).containsOnlyKeys(parked.id());
	}

	@Test
	void parksAlsoWhatOnlyWaitedForAHostThatIsNotWell() {
		this.system.answer(503, "");
		List<Consultation> all = Stream.generate(() -> this.applicants.submit(this.applicant)).limit(7).toList();
		this.worker.deliverDue();
		Consultation neverTried = all.stream()
			.filter((one) -> this.applicants.deliveryOf(one).attempts() == 0)
			.findFirst()
			.orElseThrow();
		this.clock.putForward(Duration.ofHours(23));
		this.watch.look();
		assertThat(this.applicants.deliveryOf(neverTried).state()).isEqualTo(DeliveryState.PENDING);
		this.clock.putForward(Duration.ofHours(25));
		this.watch.look();
		assertThat(this.applicants.deliveryOf(neverTried).state()).isEqualTo(DeliveryState.PARKED);
	}

	@Test
	void showsAnApplicantWithoutASystemAndDeliversOnceItHasOne() {
		Party without = this.applicants.applicant();
		Consultation consultation = this.applicants.submit(without);
		this.worker.deliverDue();
		Delivery shelved = this.applicants.deliveryOf(consultation);
		assertThat(shelved.state()).isEqualTo(DeliveryState.NOT_CONFIGURED);
		assertThat(shelved.lastOutcome()).isEqualTo("not-configured");
		assertThat(shelved.attempts()).isZero();

		this.applicants.hasSystemAt(without, this.system.address());
		putForward(Duration.ofMinutes(30));
		assertThat(this.system.heard()).isEmpty();
		putForward(Duration.ofMinutes(61));
		assertThat(this.applicants.deliveryOf(consultation).state()).isEqualTo(DeliveryState.DELIVERED);
	}

	@Test
	void looksNoMoreAfterADayWhetherAnApplicantHasASystemByNow() {
		Consultation consultation = this.applicants.submit(this.applicants.applicant());
		for (int hour = 0; hour <= 25; hour++) {
			putForward(Duration.ofHours(hour).plusMinutes(hour));
		}
		Delivery shelved = this.applicants.deliveryOf(consultation);
		assertThat(shelved.state()).isEqualTo(DeliveryState.NOT_CONFIGURED);
		assertThat(shelved.nextAttemptAt()).isNull();
	}

	@Test
	void waitsForTheOrgServiceWithoutCountingAnAttempt() {
		this.applicants.hasNoOrgServiceToAsk(this.applicant);
		Consultation consultation = this.applicants.submit(this.applicant);
		this.worker.deliverDue();
		assertThat(this.applicants.deliveryOf(consultation).state()).isEqualTo(DeliveryState.PENDING);
		assertThat(this.applicants.outcomesOf(consultation)).isEmpty();
		this.applicants.hasSystemAt(this.applicant, this.system.address());
		putForward(Duration.ofMinutes(1));
		assertThat(this.applicants.outcomesOf(consultation)).containsExactly("delivered");
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://somewhere.else.cn", "http://127.0.0.1:1", "http://169.254.169.254/latest",
			"http://inside.third-party.example.cn", "ftp://a.third-party.example.cn",
			"http://user@a.third-party.example.cn" })
	void callsNobodyWhoIsNotAllowed(String address) {
		Consultation consultation = this.applicants.submit(this.applicants.applicant(address));
		this.worker.deliverDue();
		assertThat(this.applicants.deliveryOf(consultation).state()).isEqualTo(DeliveryState.PARKED);
		assertThat(this.applicants.outcomesOf(consultation)).containsExactly("address-refused");
	}

	@Test
	void withdrawsWhatWasNotDeliveredBeforeTheCancellation() {
		this.system.answer(503, "");
		Consultation consultation = this.applicants.submit(this.applicant);
		this.worker.deliverDue();
		this.applicants.cancel(consultation, true);
		assertThat(this.applicants.deliveryOf(consultation).state()).isEqualTo(DeliveryState.WITHDRAWN);
		this.system.work();
		putForward(Duration.ofHours(1));
		assertThat(this.system.taken()).isEmpty();
	}

	@Test
	void noticesACancellationByItself() {
		Consultation consultation = this.applicants.submit(this.applicant);
		this.applicants.cancel(consultation, false);
		this.worker.deliverDue();
		assertThat(this.system.heard()).isEmpty();
		assertThat(this.applicants.deliveryOf(consultation).state()).isEqualTo(DeliveryState.WITHDRAWN);
	}

	@Test
	void keepsWhatWasDeliveredWhenItIsCancelledLater() {
		Consultation consultation = this.applicants.submit(this.applicant);
		this.worker.deliverDue();
		this.applicants.cancel(consultation, true);
		assertThat(this.applicants.deliveryOf(consultation).state()).isEqualTo(DeliveryState.DELIVERED);
	}

	@Test
	void countsAsDeliveredWhatWasWithdrawnTooLate() {
		Consultation consultation = this.applicants.submit(this.applicant);
		this.system.meanwhile(() -> this.applicants.cancel(consultation, true));
		this.worker.deliverDue();
		assertThat(this.applicants.deliveryOf(consultation).state()).isEqualTo(DeliveryState.DELIVERED);
	}

	@Test
	void staysWithdrawnWhenTheAttemptUnderWayFails() {
		Consultation consultation = this.applicants.submit(this.applicant);
		this.system.failAfter(() -> this.applicants.cancel(consultation, true));
		this.worker.deliverDue();
		Delivery withdrawn = this.applicants.deliveryOf(consultation);
		assertThat(withdrawn.state()).isEqualTo(DeliveryState.WITHDRAWN);
		assertThat(withdrawn.nextAttemptAt()).isNull();
		assertThat(this.applicants.outcomesOf(consultation)).containsExactly("status-503");
	}

	@Test
	void showsWhatWaitsAndForHowLong() {
		this.system.answer(503, "");
		double before = attempts("status-503");
		this.applicants.submit(this.applicant);
		this.worker.deliverDue();
		this.clock.putForward(Duration.ofMinutes(5));
		this.watch.look();
		assertThat(gauge("waiting")).isOne();
		assertThat(gauge("oldest.waiting")).isBetween(300.0, 400.0);
		assertThat(gauge("parked")).isZero();
		assertThat(attempts("status-503") - before).isOne();
	}

	private Duration waitOf(Consultation consultation) {
		Delivery delivery = this.applicants.deliveryOf(consultation);
		return Duration
			.between(Objects.requireNonNull(delivery.lastAttemptAt()), Objects.requireNonNull(delivery.nextAttemptAt()))
			.truncatedTo(ChronoUnit.MINUTES);
	}

	private void putForward(Duration ahead) {
		this.clock.putForward(ahead);
		this.worker.deliverDue();
	}

	private double gauge(String name) {
		return this.meters.get("yigongti.consultation.delivery." + name).gauge().value();
	}

	private double attempts(String outcome) {
		return this.meters.find("yigongti.consultation.delivery.attempts")
			.tag("outcome", outcome)
			.counters()
			.stream()
			.mapToDouble((counter) -> counter.count())
			.sum();
	}

	private long auditedDeliveriesOf(Consultation consultation) {
		return this.jdbc.sql("""
				select count(*) from audit_event where action = 'consultation:deliver' and resource_id = :id""")
			.param("id", consultation.id().toString())
			.query(Long.class)
			.single();
	}

}
