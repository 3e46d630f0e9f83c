package cn.yigongti.consultation.delivery;

import java.util.UUID;

import cn.yigongti.consultation.consultation.Consultation;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What has to be delivered. Nobody is called here: what is noted with the submission is
 * delivered after it has been committed.
 */
@Component
public class Deliveries {

	private final Outbox outbox;

	Deliveries(Outbox outbox) {
		this.outbox = outbox;
	}

	/**
	 * Notes a submission or resubmission, in its own transaction and after the
	 * consultation itself was saved. History that is imported is not delivered.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void enqueue(Consultation consultation) {
		if (!consultation.submission().imported()) {
			this.outbox.add(consultation);
		}
	}

	/**
	 * Withdraws what the other side has not confirmed of a consultation that is
	 * cancelled. An attempt that is under way may still succeed, and then counts.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void withdraw(UUID consultationId) {
		this.outbox.withdraw(consultationId);
	}

}
