package cn.yigongti.referral.referral;

import java.util.Optional;
import java.util.UUID;

import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.problem.NotFound;
import cn.yigongti.platform.problem.OutOfScope;

/**
 * On which side of a referral a caller stands, and so what they may do with it while its
 * status allows.
 */
public record Rights(Caller caller, Referral referral) {

	public static final String READ = "referral:read";

	public static final String WRITE = "referral:write";

	public static final String IMPORT = "referral:import";

	public static final String REPORT = "referral-event:write";

	/**
	 * The rights in a referral that was looked for.
	 * @throws NotFound when there is none, or it does not exist for this caller
	 */
	public static Rights in(Optional<Referral> found, UUID id, Caller caller) {
		Rights rights = new Rights(caller, found.orElseThrow(() -> new NotFound("referral", id)));
		if (!rights.see()) {
			throw new OutOfScope("referral", id);
		}
		return rights;
	}

	boolean see() {
		return this.referral.isVisibleIn(this.caller.scopeOf(READ))
				|| this.referral.isVisibleIn(this.caller.scopeOf(WRITE));
	}

	public boolean isApplicant() {
		return this.referral.source().isWithin(this.caller.scopeOf(WRITE));
	}

	public boolean isReceiver() {
		return this.referral.target().isWithin(this.caller.scopeOf(WRITE));
	}

	/** A doctor of the hospital the patient was sent to. */
	public boolean isReceivingDoctor() {
		return this.caller.isUser() && isReceiver() && this.caller.belongsTo(this.referral.target().id());
	}

	/** Who brings a receiver's history along. */
	public boolean isImporter() {
		return isReceiver() && this.referral.target().isWithin(this.caller.scopeOf(IMPORT));
	}

	public boolean isReceivingHospital() {
		return this.referral.target().isWithin(this.caller.scopeOf(REPORT));
	}

	/**
	 * Who covers both sides speaks for their own organization, and if it is neither of
	 * them, for the applicant.
	 */
	public Optional<Voiding.Kind> voids() {
		if (isReceiver() && (!isApplicant() || this.caller.belongsTo(this.referral.target().id()))) {
			return Optional.of(Voiding.Kind.REFUSED);
		}
		return isApplicant() ? Optional.of(Voiding.Kind.WITHDRAWN) : Optional.empty();
	}

}
