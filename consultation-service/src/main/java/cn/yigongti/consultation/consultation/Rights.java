package cn.yigongti.consultation.consultation;

import java.util.Optional;
import java.util.UUID;

import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.problem.NotFound;
import cn.yigongti.platform.problem.OutOfScope;

/**
 * On which side of a consultation a caller stands, and so what they may do with it while
 * its status allows.
 */
public record Rights(Caller caller, Consultation consultation) {

	public static final String READ = "consultation:read";

	public static final String WRITE = "consultation:write";

	public static final String IMPORT = "consultation:import";

	/**
	 * The rights in a consultation that was looked for.
	 * @throws NotFound when there is none, or it does not exist for this caller
	 */
	public static Rights in(Optional<Consultation> found, UUID id, Caller caller) {
		Rights rights = new Rights(caller, found.orElseThrow(() -> new NotFound("consultation", id)));
		if (!rights.see()) {
			throw new OutOfScope("consultation", id);
		}
		return rights;
	}

	boolean see() {
		return this.consultation.isVisibleIn(this.caller.scopeOf(READ))
				|| this.consultation.isVisibleIn(this.caller.scopeOf(WRITE));
	}

	public boolean isApplicant() {
		return this.consultation.applicant().isWithin(this.caller.scopeOf(WRITE));
	}

	public boolean isCenter() {
		return this.consultation.center().isWithin(this.caller.scopeOf(WRITE));
	}

	/** Who brings a county's history along. */
	public boolean isImporter() {
		return this.consultation.isVisibleIn(this.caller.scopeOf(IMPORT));
	}

	/**
	 * The consultation, if the caller speaks for that side.
	 * @throws WrongSide when they don't
	 */
	public Consultation as(Side side) {
		boolean there = (side == Side.APPLICANT) ? isApplicant() : isCenter();
		if (!there) {
			throw new WrongSide();
		}
		return this.consultation;
	}

}
