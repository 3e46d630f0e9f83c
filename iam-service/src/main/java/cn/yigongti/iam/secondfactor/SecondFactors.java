package cn.yigongti.iam.secondfactor;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;

import cn.yigongti.iam.code.TypedCode;
import cn.yigongti.platform.crypto.FieldCipher;
import cn.yigongti.platform.crypto.KeyedHash;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The authenticators of users; secrets encrypted, recovery codes as keyed hashes. */
@Repository
public class SecondFactors {

	private static final int RECOVERY_CODES = 10;

	private final JdbcClient jdbc;

	private final FieldCipher cipher;

	private final KeyedHash hash;

	private final Clock clock;

	SecondFactors(JdbcClient jdbc, FieldCipher cipher, KeyedHash hash, Clock clock) {
		this.jdbc = jdbc;
		this.cipher = cipher;
		this.hash = hash;
		this.clock = clock;
	}

	/** Where a user stands. */
	public record State(boolean enrolled, boolean required, int recoveryCodesLeft) {

		Due due() {
			return this.enrolled ? Due.CODE : this.required ? Due.ENROLMENT : Due.NOTHING;
		}

	}

	public State stateOf(UUID user) {
		return this.jdbc.sql("""
				select exists (select from second_factor where user_id = :user) as enrolled,
					exists (select from role_grant g join role r on r.id = g.role_id
						where g.user_id = :user and r.second_factor_required) as required,
					(select count(*) from recovery_code where user_id = :user) as codes""")
			.param("user", user)
			.query((row, number) -> new State(row.getBoolean("enrolled"), row.getBoolean("required"),
					row.getInt("codes")))
			.single();
	}

	public Due due(UUID user) {
		return stateOf(user).due();
	}

	/**
	 * The secret to enrol within a sign-in, the same until it is confirmed. No other
	 * sign-in ever sees it.
	 */
	String secretOf(UUID signIn) {
		this.jdbc
			.sql("""
					insert into second_factor_enrolment (sign_in_id, secret) values (:signIn, :secret) on conflict do nothing""")
			.param("signIn", signIn)
			.param("secret", this.cipher.encrypt(Enrolment.randomSecret()))
			.update();
		return begun(signIn).orElseThrow();
	}

	/**
	 * Enrols the secret shown within a sign-in, if this is a code of it.
	 * @return new recovery codes; nothing when the code is wrong, no secret was shown, or
	 * the user has a second factor already
	 */
	Optional<List<String>> enrol(UUID user, UUID signIn, String code) {
		Optional<String> secret = begun(signIn);
		OptionalLong step = secret.map((known) -> step(code, known)).orElse(OptionalLong.empty());
		if (step.isEmpty() || !add(user, secret.orElseThrow(), step.getAsLong())) {
			return Optional.empty();
		}
		this.jdbc.sql("delete from second_factor_enrolment where sign_in_id = :signIn")
			.param("signIn", signIn)
			.update();
		List<String> codes = Stream.generate(TypedCode::random).limit(RECOVERY_CODES).toList();
		codes.forEach((one) -> this.jdbc.sql("insert into recovery_code (user_id, code_hash) values (:user, :hash)")
			.param("user", user)
			.param("hash", this.hash.of(TypedCode.normalised(one)))
			.update());
		return Optional.of(codes);
	}

	/** Whether the code is right. Each is good for one use, also at the same moment. */
	public boolean accept(UUID user, String code) {
		String typed = TypedCode.normalised(code);
		return (typed.length() == OneTimeCodes.DIGITS) ? acceptStep(user, typed) : acceptRecovery(user, code);
	}

	private boolean acceptStep(UUID user, String code) {
		OptionalLong step = this.jdbc.sql("select secret from second_factor where user_id = :user")
			.param("user", user)
			.query(String.class)
			.optional()
			.map((secret) -> step(code, this.cipher.decrypt(secret)))
			.orElse(OptionalLong.empty());
		return step.isPresent() && this.jdbc
			.sql("update second_factor set last_step = :step where user_id = :user and last_step < :step")
			.param("user", user)
			.param("step", step.getAsLong())
			.update() == 1;
	}

	private boolean acceptRecovery(UUID user, String code) {
		return this.jdbc.sql("delete from recovery_code where user_id = :user and code_hash = any (:hashes)")
			.param("user", user)
			.param("hashes", this.hash.allOf(TypedCode.normalised(code)).toArray(String[]::new))
			.update() == 1;
	}

	/** Takes it away; false when there was none. */
	boolean remove(UUID user) {
		return this.jdbc.sql("delete from second_factor where user_id = :user").param("user", user).update() == 1;
	}

	private boolean add(UUID user, String secret, long step) {
		return this.jdbc.sql("""
				insert into second_factor (user_id, secret, last_step, confirmed_at)
				values (:user, :secret, :step, :now) on conflict do nothing""")
			.param("user", user)
			.param("secret", this.cipher.encrypt(secret))
			.param("step", step)
			.param("now", OffsetDateTime.ofInstant(this.clock.instant(), ZoneOffset.UTC))
			.update() == 1;
	}

	private Optional<String> begun(UUID signIn) {
		return this.jdbc.sql("select secret from second_factor_enrolment where sign_in_id = :signIn")
			.param("signIn", signIn)
			.query(String.class)
			.optional()
			.map(this.cipher::decrypt);
	}

	private OptionalLong step(String code, String secret) {
		return OneTimeCodes.stepOf(TypedCode.normalised(code), Enrolment.bytesOf(secret), this.clock.instant());
	}

}
