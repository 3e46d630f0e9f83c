package cn.yigongti.consultation.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import cn.yigongti.consultation.consultation.Consultation;
import cn.yigongti.consultation.consultation.ConsultationStatus;
import cn.yigongti.consultation.consultation.ConsultationTrail;
import cn.yigongti.consultation.consultation.Consultations;
import cn.yigongti.consultation.delivery.thirdparty.Addresses;
import cn.yigongti.consultation.delivery.thirdparty.Destination;
import cn.yigongti.consultation.delivery.thirdparty.Outcome;
import cn.yigongti.consultation.delivery.thirdparty.SubmittedConsultation;
import cn.yigongti.consultation.delivery.thirdparty.ThirdPartySystem;
import cn.yigongti.patient.PatientSeal;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.outbound.AddressRefused;
import cn.yigongti.platform.remote.DependencyUnavailable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries one delivery that is in hand as far as it goes now. The patient is opened for
 * the attempt alone.
 */
@Component
class Courier {

	private static final Logger log = LoggerFactory.getLogger(Courier.class);

	private static final Caller SELF = new Caller("consultation-service", Caller.Kind.SERVICE, null, null, true,
			List.of());

	private final Outbox outbox;

	private final Consultations consultations;

	private final PatientSeal seal;

	private final ConsultationTrail trail;

	private final Addresses addresses;

	private final ThirdPartySystem system;

	private final DeliveryMetrics metrics;

	private final DeliveryProperties properties;

	private final BackOff backOff;

	private final TransactionTemplate transaction;

	Courier(Outbox outbox, Consultations consultations, PatientSeal seal, ConsultationTrail trail, Addresses addresses,
			ThirdPartySystem system, DeliveryMetrics metrics, DeliveryProperties properties,
			TransactionTemplate transaction) {
		this.outbox = outbox;
		this.consultations = consultations;
		this.seal = seal;
		this.trail = trail;
		this.addresses = addresses;
		this.system = system;
		this.metrics = metrics;
		this.properties = properties;
		this.backOff = BackOff.of(properties);
		this.transaction = transaction;
	}

	/** Never fails: what could not be done now is done later. */
	void carry(Delivery delivery, Hosts hosts) {
		try {
			Consultation consultation = this.consultations.findById(delivery.consultationId()).orElseThrow();
			if (consultation.status() == ConsultationStatus.CANCELLED && delivery.deliveredAt() == null) {
				this.outbox.withdraw(delivery.consultationId());
				return;
			}
			Optional<String> address = this.addresses.of(delivery.applicantId());
			if (address.isPresent()) {
				carryTo(address.get(), delivery, consultation, hosts);
			}
			else {
				shelve(delivery);
			}
		}
		catch (DependencyUnavailable ex) {
			log.warn("Delivery {} has to wait: {}", delivery.id(), ex.getMessage());
			postpone(delivery);
		}
		catch (RuntimeException ex) {
			log.error("Delivery {} could not be attempted", delivery.id(), ex);
			postpone(delivery);
		}
	}

	private void carryTo(String address, Delivery delivery, Consultation consultation, Hosts hosts) {
		Destination destination;
		try {
			destination = this.system.at(address);
		}
		catch (AddressRefused ex) {
			if (begin(delivery, consultation, null)) {
				settle(delivery, Outcome.addressRefused());
			}
			return;
		}
		Optional<Hosts.Call> admitted = hosts.admit(destination.host());
		if (admitted.isEmpty()) {
			this.outbox.putBack(delivery, destination.host());
			return;
		}
		try (Hosts.Call call = admitted.get()) {
			attempt(destination, delivery, consultation, call);
		}
	}

	private void attempt(Destination destination, Delivery delivery, Consultation consultation, Hosts.Call call) {
		SubmittedConsultation submission = SubmittedConsultation.of(delivery.id(), delivery.number(), consultation,
				this.seal.open(consultation.submission().patient()));
		if (!begin(delivery, consultation, destination.host())) {
			return;
		}
		Outcome outcome = this.system.send(destination, submission);
		if (outcome.kind() != Outcome.Kind.NOT_ALLOWED) {
			call.ended(!outcome.isPassing());
		}
		settle(delivery, outcome);
	}

	/**
	 * Notes the attempt; with the first, that the patient's data leave the platform.
	 */
	private boolean begin(Delivery delivery, Consultation consultation, @Nullable String host) {
		return Boolean.TRUE.equals(this.transaction.execute((status) -> {
			Optional<Integer> attempt = this.outbox.begin(delivery, host);
			if (host != null && attempt.filter((number) -> number == 1).isPresent()) {
				this.trail.record(SELF, "consultation:deliver", consultation, null);
			}
			return attempt.isPresent();
		}));
	}

	private void settle(Delivery delivery, Outcome outcome) {
		this.metrics.attempted(outcome.code());
		Instant now = this.outbox.now();
		if (outcome.isAccepted()) {
			this.outbox.end(delivery, outcome.code(), DeliveryState.DELIVERED, null);
		}
		else if (outcome.isPassing() && !delivery.isDueForParking(now)) {
			Instant next = now.plus(this.backOff.after(delivery.failures() + 1, outcome.retryAfter()));
			this.outbox.end(delivery, outcome.code(), DeliveryState.PENDING,
					next.isAfter(delivery.giveUpAt()) ? delivery.giveUpAt() : next);
		}
		else if (this.outbox.end(delivery, outcome.code(), DeliveryState.PARKED, null)) {
			log.warn("Delivery {} is parked: {}", delivery.id(), outcome.code());
		}
	}

	/**
	 * An applicant without a system may be given one; for as long as a delivery is
	 * otherwise attempted, we look.
	 */
	private void shelve(Delivery delivery) {
		Instant next = this.outbox.now().plus(this.properties.unconfiguredInterval());
		this.outbox.shelve(delivery, "not-configured", next.isAfter(delivery.giveUpAt()) ? null : next);
	}

	private void postpone(Delivery delivery) {
		Duration wait = this.properties.firstBackOff().plus(this.backOff.after(1, null));
		this.outbox.postpone(delivery, this.outbox.now().plus(wait));
	}

}
