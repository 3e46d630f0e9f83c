package cn.yigongti.referral.referral.web;

import java.util.List;

import cn.yigongti.patient.PatientSeal;
import cn.yigongti.patient.web.Unmasking;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.paging.Page;
import cn.yigongti.platform.version.ETags;
import cn.yigongti.referral.referral.Referral;
import cn.yigongti.referral.referral.ReferralTrail;
import cn.yigongti.referral.referral.Rights;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Shows referrals: patients masked, unless somebody who may unmask says why. Who looks is
 * in the audit trail before they see anything.
 */
@Component
public class ReferralPresenter {

	private static final String UNMASK = "referral:unmask";

	private final PatientSeal seal;

	private final ReferralTrail trail;

	ReferralPresenter(PatientSeal seal, ReferralTrail trail) {
		this.seal = seal;
		this.trail = trail;
	}

	public ReferralResponse masked(Referral referral) {
		return ReferralResponse.of(referral, this.seal.open(referral.application().patient()).masked());
	}

	public ResponseEntity<ReferralResponse> answer(Referral referral) {
		return ResponseEntity.ok().eTag(ETags.of(referral.version())).body(masked(referral));
	}

	/** Refuses to unmask for who may not, or does not say why. */
	public void checkUnmasking(Caller caller, boolean unmask, @Nullable String reason) {
		Unmasking.check(caller, UNMASK, unmask, reason);
	}

	/** A referral that somebody looks at: that they do is recorded. */
	public ResponseEntity<ReferralResponse> show(Caller caller, Referral referral, boolean unmask,
			@Nullable String reason) {
		if (unmask && mayUnmask(caller, referral)) {
			this.trail.record(caller, UNMASK, referral, reason);
			return ResponseEntity.ok().eTag(ETags.of(referral.version())).body(unmasked(referral));
		}
		this.trail.record(caller, Rights.READ, referral, null);
		return answer(referral);
	}

	/**
	 * A page of referrals that somebody looks at: that they do is recorded, and of each
	 * patient who is unmasked.
	 * @param q what was searched for
	 */
	public Page<ReferralResponse> show(Caller caller, Page<Referral> page, @Nullable String q, boolean unmask,
			@Nullable String reason) {
		List<Referral> open = unmask ? page.items().stream().filter((one) -> mayUnmask(caller, one)).toList()
				: List.of();
		this.trail.recordPage(caller, page.items().size(), q);
		this.trail.recordAll(caller, UNMASK, open, reason);
		return page.map((referral) -> open.contains(referral) ? unmasked(referral) : masked(referral));
	}

	/** As far as the permission to unmask reaches. */
	private static boolean mayUnmask(Caller caller, Referral referral) {
		return referral.isVisibleIn(caller.scopeOf(UNMASK));
	}

	private ReferralResponse unmasked(Referral referral) {
		return ReferralResponse.of(referral, this.seal.open(referral.application().patient()));
	}

}
