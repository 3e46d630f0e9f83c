package cn.yigongti.referral.referral;

import java.util.List;

import cn.yigongti.patient.PatientSeal;
import cn.yigongti.platform.audit.AuditEntry;
import cn.yigongti.platform.audit.AuditTrail;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.resident.ResidentId;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** The audit trail as far as referrals go, each of which is about a resident. */
@Component
public class ReferralTrail {

	private static final String RESOURCE = "referral";

	private final AuditTrail audit;

	private final PatientSeal seal;

	ReferralTrail(AuditTrail audit, PatientSeal seal) {
		this.audit = audit;
		this.seal = seal;
	}

	/** That something was done to a referral, or that it was looked at. */
	public void record(Caller caller, String action, Referral referral, @Nullable String reason) {
		this.audit.record(entry(caller, action, referral).because(reason));
	}

	/** The same of many, with one statement. */
	public void recordAll(Caller caller, String action, List<Referral> referrals, @Nullable String reason) {
		this.audit
			.recordAll(referrals.stream().map((referral) -> entry(caller, action, referral).because(reason)).toList());
	}

	/**
	 * That a page of a list was looked at.
	 * @param q what was searched for: a resident, if it is a number of one
	 */
	public void recordPage(Caller caller, int referrals, @Nullable String q) {
		this.audit.record(AuditEntry.of(caller, Rights.READ, RESOURCE)
			.about((q != null && ResidentId.isLike(q)) ? this.audit.resident(q) : null)
			.counting(referrals));
	}

	/** That somebody meant a referral which is not within their reach. */
	public void denied(Caller caller, String action, @Nullable String referralNumber) {
		this.audit.denied(AuditEntry.of(caller, action, RESOURCE).on(referralNumber).because("out-of-scope"));
	}

	public AuditEntry entry(Caller caller, String action, Referral referral) {
		return AuditEntry.of(caller, action, RESOURCE)
			.on(referral.id())
			.about(this.audit.resident(this.seal.idNumber(referral.application().patient())));
	}

	public void record(AuditEntry entry) {
		this.audit.record(entry);
	}

}
