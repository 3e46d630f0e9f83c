package cn.yigongti.iam.signin;

import java.util.Optional;

import cn.yigongti.iam.secondfactor.Enrolment;
import cn.yigongti.iam.secondfactor.KeepSecondFactor;
import cn.yigongti.iam.secondfactor.SecondFactorCompulsory;
import cn.yigongti.iam.secondfactor.SecondFactors;
import cn.yigongti.iam.session.OwnSignIn;
import cn.yigongti.iam.signin.Accounts.Attempt;
import cn.yigongti.platform.problem.InvalidInput;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes one-time codes. Wrong ones count like wrong passwords, together with them.
 */
@Service
public class ShowCode {

	private final Guard guard;

	private final Credentials credentials;

	private final SecondFactors factors;

	private final KeepSecondFactor keepSecondFactor;

	ShowCode(Guard guard, Credentials credentials, SecondFactors factors, KeepSecondFactor keepSecondFactor) {
		this.guard = guard;
		this.credentials = credentials;
		this.factors = factors;
		this.keepSecondFactor = keepSecondFactor;
	}

	/** Completes a sign-in; false when the code is wrong or the user is locked. */
	@Transactional
	public boolean complete(OwnSignIn own, String code, String address) {
		Optional<Attempt> accepted = accepted(own, code, address);
		accepted.ifPresent((attempt) -> this.guard.confirm(attempt, own.id()));
		return accepted.isPresent();
	}

	/**
	 * Begins an enrolment from elsewhere than the sign-in pages, where a stolen token
	 * must not be enough.
	 * @throws InvalidInput when the password is wrong
	 */
	public Enrolment beginEnrolment(OwnSignIn own, String password, String address) {
		this.credentials.check(own.userId(), password, address).ifPresentOrElse(this.guard::recognise, () -> {
			throw new InvalidInput("/password", "password-wrong");
		});
		return this.keepSecondFactor.begin(own);
	}

	/**
	 * Takes the second factor away.
	 * @throws InvalidInput when the code is wrong
	 * @throws SecondFactorCompulsory when a role needs it
	 */
	@Transactional(noRollbackFor = { InvalidInput.class, SecondFactorCompulsory.class })
	public void remove(OwnSignIn own, String code, String address) {
		Attempt attempt = accepted(own, code, address).orElseThrow(() -> new InvalidInput("/code", "code-wrong"));
		this.guard.recognise(attempt);
		this.keepSecondFactor.remove(own.userId());
	}

	private Optional<Attempt> accepted(OwnSignIn own, String code, String address) {
		Optional<Attempt> attempt = this.guard.attempt(own.userId(), address);
		if (attempt.isPresent() && this.factors.accept(own.userId(), code)) {
			return attempt;
		}
		this.guard.refuse(attempt, attempt.map(Attempt::loginName).orElse(own.userId().toString()), address);
		return Optional.empty();
	}

}
