package cn.yigongti.iam.secondfactor;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import cn.yigongti.iam.session.OwnSignIn;
import cn.yigongti.iam.session.SignIns;
import cn.yigongti.iam.user.AccessEnded;
import cn.yigongti.iam.user.Users;
import cn.yigongti.platform.audit.AuditTrail;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.problem.NotFound;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Enrols second factors and takes them away again. */
@Service
public class KeepSecondFactor {

	private final SecondFactors factors;

	private final SignIns signIns;

	private final Users users;

	private final AuditTrail audit;

	private final ApplicationEventPublisher events;

	KeepSecondFactor(SecondFactors factors, SignIns signIns, Users users, AuditTrail audit,
			ApplicationEventPublisher events) {
		this.factors = factors;
		this.signIns = signIns;
		this.users = users;
		this.audit = audit;
		this.events = events;
	}

	/**
	 * Shows what to enrol. It counts for nothing until it is confirmed.
	 * @throws AlreadyEnrolled when the user has a second factor
	 */
	@Transactional
	public Enrolment begin(OwnSignIn own) {
		if (this.factors.stateOf(own.userId()).enrolled()) {
			throw new AlreadyEnrolled();
		}
		String loginName = this.users.find(own.userId()).orElseThrow().loginName();
		return Enrolment.of(this.factors.secretOf(own.id()), loginName);
	}

	/**
	 * Enrols it, if the code is right, and confirms the sign-in with it.
	 * @return recovery codes, shown this once; nothing when the code is wrong
	 */
	@Transactional
	public Optional<List<String>> confirm(OwnSignIn own, String code) {
		Optional<List<String>> codes = this.factors.enrol(own.userId(), own.id(), code);
		if (codes.isPresent()) {
			this.signIns.confirm(own.id());
			record(self(own.userId()), "user:enrol-second-factor", own.userId());
		}
		return codes;
	}

	/**
	 * Takes the user's own away, after a code was checked.
	 * @throws SecondFactorCompulsory when a role needs it
	 */
	@Transactional(noRollbackFor = SecondFactorCompulsory.class)
	public void remove(UUID user) {
		if (this.factors.stateOf(user).required()) {
			throw new SecondFactorCompulsory();
		}
		this.factors.remove(user);
		record(self(user), "user:remove-second-factor", user);
	}

	/**
	 * Takes it away from a user of the caller's scope who can't show a code any more, and
	 * ends their sign-ins: the authenticator may be in other hands.
	 * @throws NotFound when there is no such user, or they have none
	 */
	@Transactional
	public void reset(Caller caller, UUID id) {
		this.users.lock(id, caller.scopeOf("user:write"));
		if (!this.factors.remove(id)) {
			throw new NotFound("second factor of user", id);
		}
		record(caller, "user:reset-second-factor", id);
		this.events.publishEvent(new AccessEnded(id));
	}

	private void record(Caller caller, String action, UUID user) {
		this.audit.record(caller, action, "user", user.toString(), null);
	}

	private static Caller self(UUID user) {
		return new Caller(user.toString(), Caller.Kind.USER, null, null, false, List.of());
	}

}
