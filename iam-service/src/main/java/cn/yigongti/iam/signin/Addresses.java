package cn.yigongti.iam.signin;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

import cn.yigongti.iam.config.IamProperties;
import cn.yigongti.platform.crypto.KeyedHash;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Addresses from which guesses come. What counts are the names that failed, known or not,
 * each once: a whole hospital may come from one address, and one person who has forgotten
 * a password is no attack on it. Who signs in after all is not counted any more. Names
 * are kept as keyed hashes, since people type passwords there, too.
 */
@Repository
class Addresses {

	private static final Logger log = LoggerFactory.getLogger(Addresses.class);

	private final JdbcClient jdbc;

	private final KeyedHash hash;

	private final IamProperties.SignIn limits;

	private final Clock clock;

	Addresses(JdbcClient jdbc, KeyedHash hash, IamProperties properties, Clock clock) {
		this.jdbc = jdbc;
		this.hash = hash;
		this.limits = properties.signIn();
		this.clock = clock;
	}

	boolean isLocked(String address) {
		return this.jdbc
			.sql("select exists (select from sign_in_address where address = :address and locked_until > :now)")
			.param("address", network(address))
			.param("now", now())
			.query(Boolean.class)
			.single();
	}

	/**
	 * Counts a failure; enough of them lock the address. Those of one address are counted
	 * one after the other.
	 */
	@Transactional
	public void failed(String address, String loginName) {
		String network = network(address);
		OffsetDateTime now = now();
		this.jdbc.sql("""
				insert into sign_in_address (address, failed_at) values (:address, :now)
				on conflict (address) do update set failed_at = excluded.failed_at""")
			.param("address", network)
			.param("now", now)
			.update();
		this.jdbc.sql("""
				insert into sign_in_failure (address, login_hash, failed_at) values (:address, :login, :now)
				on conflict (address, login_hash) do update set failed_at = excluded.failed_at""")
			.param("address", network)
			.param("login", hashOf(loginName))
			.param("now", now)
			.update();
		lockIfTooMany(network, now);
	}

	private void lockIfTooMany(String network, OffsetDateTime now) {
		int locked = this.jdbc
			.sql("""
					update sign_in_address set locked_until = :until
					where address = :address and (locked_until is null or locked_until <= :now)
						and (select count(*) from sign_in_failure f where f.address = :address and f.failed_at > :since) >= :limit""")
			.param("address", network)
			.param("now", now)
			.param("since", now.minus(this.limits.lockFor()))
			.param("until", now.plus(this.limits.lockFor()))
			.param("limit", this.limits.failuresPerAddress())
			.update();
		if (locked > 0) {
			log.warn("Sign-in from {} is locked for {}: too many names failed", network, this.limits.lockFor());
			this.jdbc.sql("delete from sign_in_failure where address = :address").param("address", network).update();
		}
	}

	void succeeded(String address, String loginName) {
		this.jdbc.sql("delete from sign_in_failure where address = :address and login_hash = :login")
			.param("address", network(address))
			.param("login", hashOf(loginName))
			.update();
	}

	/** Forgets failures too old to count, and locks that are over. */
	@Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT10M")
	@Transactional
	public void removeOld() {
		this.jdbc
			.sql("""
					delete from sign_in_address where failed_at <= :since and (locked_until is null or locked_until <= :now)""")
			.param("since", now().minus(this.limits.lockFor()))
			.param("now", now())
			.update();
	}

	private String hashOf(String loginName) {
		return this.hash.of(loginName.strip().toLowerCase(Locale.ROOT));
	}

	/**
	 * Of IPv6, which comes in brackets, the 64 bits that tell networks apart; within one
	 * a guesser may choose.
	 */
	private static String network(String address) {
		try {
			return (InetAddress.ofLiteral(address.replaceAll("[\\[\\]]", "")) instanceof Inet6Address six)
					? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), 8)) : address;
		}
		catch (IllegalArgumentException ex) {
			return address;
		}
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

}
