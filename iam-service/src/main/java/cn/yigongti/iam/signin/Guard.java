package cn.yigongti.iam.signin;

import java.util.Optional;
import java.util.UUID;

import cn.yigongti.iam.secondfactor.SecondFactors;
import cn.yigongti.iam.session.SignIns;
import cn.yigongti.iam.session.SignedIn;
import cn.yigongti.iam.session.Visitor;
import cn.yigongti.iam.signin.Accounts.Attempt;
import cn.yigongti.platform.audit.AuditTrail;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts what fails, by user and by address, and lets in who succeeds. */
@Service
class Guard {

	private final Accounts accounts;

	private final Addresses addresses;

	private final SecondFactors factors;

	private final SignIns signIns;

	private final AuditTrail audit;

	Guard(Accounts accounts, Addresses addresses, SecondFactors factors, SignIns signIns, AuditTrail audit) {
		this.accounts = accounts;
		this.addresses = addresses;
		this.factors = factors;
		this.signIns = signIns;
		this.audit = audit;
	}

	/** Begins an attempt, unless the user or the address is locked. */
	@Transactional
	public Optional<Attempt> attempt(String loginName, String address) {
		return this.addresses.isLocked(address) ? Optional.empty() : this.accounts.attempt(loginName);
	}

	@Transactional
	public Optional<Attempt> attempt(UUID user, String address) {
		return this.addresses.isLocked(address) ? Optional.empty() : this.accounts.attempt(user);
	}

	/**
	 * Whether the address was locked while the attempt was under way; then not even what
	 * is right counts, so that guesses at the same moment can't outrun the lock.
	 */
	boolean isTooLate(String address) {
		return this.addresses.isLocked(address);
	}

	/** Counts a failure of somebody, known or not. */
	@Transactional
	public void refuse(Optional<Attempt> attempt, String loginName, String address) {
		if (!this.addresses.isLocked(address)) {
			this.addresses.failed(address, loginName);
		}
		attempt.ifPresent((known) -> {
			record(known, "user:sign-in-failed");
			if (known.locks()) {
				record(known, "user:lock");
			}
		});
	}

	/** The password was right. Whoever needs no code is in. */
	@Transactional
	public SignedIn admit(Attempt attempt, Visitor visitor) {
		if (this.factors.due(attempt.userId()).isNothing()) {
			this.accounts.succeed(attempt);
			record(attempt, "user:sign-in");
		}
		else {
			this.accounts.takeBack(attempt);
		}
		this.addresses.succeeded(visitor.address(), attempt.loginName());
		return this.signIns.begin(attempt.userId(), visitor);
	}

	/** The code was right, too. */
	@Transactional
	public void confirm(Attempt attempt, UUID signIn) {
		this.accounts.succeed(attempt);
		this.signIns.confirm(signIn);
		record(attempt, "user:sign-in");
	}

	/** It was asked only to be sure who it is. */
	@Transactional
	public void recognise(Attempt attempt) {
		this.accounts.takeBack(attempt);
	}

	private void record(Attempt attempt, String action) {
		this.audit.record(attempt.caller(), action, "user", attempt.userId().toString(), null);
	}

}
