package cn.yigongti.referral.referral.web;

import cn.yigongti.platform.audit.AuditTrail;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.caller.DataScope;
import cn.yigongti.platform.problem.FieldProblem;
import cn.yigongti.platform.problem.InvalidParameter;
import cn.yigongti.platform.problem.ProblemException;
import cn.yigongti.platform.version.ETags;
import cn.yigongti.referral.patient.Patient;
import cn.yigongti.referral.patient.PatientSeal;
import cn.yigongti.referral.referral.Referral;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Shows referrals: patients masked, unless somebody who may unmask says why. Each patient
 * unmasked is audited.
 */
@Component
public class ReferralPresenter {

	private static final String UNMASK = "referral:unmask";

	private static final int LONGEST_REASON = 200;

	private final PatientSeal seal;

	private final AuditTrail audit;

	ReferralPresenter(PatientSeal seal, AuditTrail audit) {
		this.seal = seal;
		this.audit = audit;
	}

	public ReferralResponse masked(Referral referral) {
		return ReferralResponse.of(referral, this.seal.open(referral.application().patient()).masked());
	}

	public ResponseEntity<ReferralResponse> answer(Referral referral) {
		return ResponseEntity.ok().eTag(ETags.of(referral.version())).body(masked(referral));
	}

	/** Refuses to unmask for who may not, or does not say why. */
	public void checkUnmasking(Caller caller, boolean unmask, @Nullable String reason) {
		if (!unmask) {
			return;
		}
		if (!caller.may(UNMASK)) {
			throw new ProblemException(HttpStatus.FORBIDDEN, "permission-missing", UNMASK);
		}
		if (reason == null || reason.isBlank()) {
			throw new InvalidParameter(new FieldProblem("/reason", "required"));
		}
		if (reason.length() > LONGEST_REASON) {
			throw new InvalidParameter(new FieldProblem("/reason", "size", 1, LONGEST_REASON));
		}
	}

	/** Unmasked as far as the caller's permission to unmask reaches. */
	public ReferralResponse unmasked(Referral referral, Caller caller, @Nullable String reason) {
		DataScope scope = caller.scopeOf(UNMASK);
		if (!referral.isVisibleIn(scope)) {
			return masked(referral);
		}
		Patient patient = this.seal.open(referral.application().patient());
		this.audit.record(caller, UNMASK, "referral", referral.id().toString(), reason);
		return ReferralResponse.of(referral, patient);
	}

}
