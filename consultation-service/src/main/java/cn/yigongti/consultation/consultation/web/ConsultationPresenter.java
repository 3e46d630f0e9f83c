package cn.yigongti.consultation.consultation.web;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import cn.yigongti.consultation.consultation.Consultation;
import cn.yigongti.consultation.consultation.ConsultationTrail;
import cn.yigongti.consultation.consultation.Rights;
import cn.yigongti.patient.PatientSeal;
import cn.yigongti.patient.web.Unmasking;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.paging.Page;
import cn.yigongti.platform.version.ETags;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Shows consultations: patients masked, unless somebody who may unmask says why. Who
 * looks is in the audit trail before they see anything.
 */
@Component
public class ConsultationPresenter {

	public static final String UNMASK = "consultation:unmask";

	private final PatientSeal seal;

	private final ConsultationTrail trail;

	private final Clock clock;

	ConsultationPresenter(PatientSeal seal, ConsultationTrail trail, Clock clock) {
		this.seal = seal;
		this.trail = trail;
		this.clock = clock;
	}

	public ConsultationResponse masked(Consultation consultation) {
		return ConsultationResponse.of(consultation, this.seal.open(consultation.submission().patient()).masked(),
				this.clock.instant());
	}

	public ResponseEntity<ConsultationResponse> answer(Consultation consultation) {
		return ResponseEntity.ok().eTag(ETags.of(consultation.version())).body(masked(consultation));
	}

	/** Refuses to unmask for who may not, or does not say why. */
	public void checkUnmasking(Caller caller, boolean unmask, @Nullable String reason) {
		Unmasking.check(caller, UNMASK, unmask, reason);
	}

	/** A consultation that somebody looks at: that they do is recorded. */
	public ResponseEntity<ConsultationResponse> show(Caller caller, Consultation consultation, boolean unmask,
			@Nullable String reason) {
		if (unmask && mayUnmask(caller, consultation)) {
			this.trail.record(caller, UNMASK, consultation, reason);
			return ResponseEntity.ok().eTag(ETags.of(consultation.version())).body(unmasked(consultation));
		}
		this.trail.record(caller, Rights.READ, consultation, null);
		return answer(consultation);
	}

	/**
	 * A page of consultations that somebody looks at: that they do is recorded, and of
	 * each patient who is unmasked.
	 * @param q what was searched for
	 */
	public Page<ConsultationResponse> show(Caller caller, Page<Consultation> page, @Nullable String q, boolean unmask,
			@Nullable String reason) {
		List<Consultation> open = unmask ? page.items().stream().filter((one) -> mayUnmask(caller, one)).toList()
				: List.of();
		this.trail.recordPage(caller, page.items().size(), q);
		this.trail.recordAll(caller, UNMASK, open, reason);
		Set<UUID> unmasked = open.stream().map(Consultation::id).collect(Collectors.toSet());
		return page.map((one) -> unmasked.contains(one.id()) ? unmasked(one) : masked(one));
	}

	/** As far as the permission to unmask reaches. */
	private static boolean mayUnmask(Caller caller, Consultation consultation) {
		return consultation.isVisibleIn(caller.scopeOf(UNMASK));
	}

	private ConsultationResponse unmasked(Consultation consultation) {
		return ConsultationResponse.of(consultation, this.seal.open(consultation.submission().patient()),
				this.clock.instant());
	}

}
