package cn.yigongti.platform.audit.chain;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the audit trail is kept.
 *
 * @param keepFor how long entries stay; three years unless said otherwise, and never less
 * than half a year, which GB/T 22239 and the Cybersecurity Law ask for
 * @param sealEvery how often new entries are taken into the chain
 * @param sealWithin how old an entry may be without being in the chain
 */
@ConfigurationProperties("yigongti.audit")
record AuditProperties(@DefaultValue("1096d") Duration keepFor, @DefaultValue("1s") Duration sealEvery,
		@DefaultValue("10m") Duration sealWithin) {

	static final Duration LEAST = Duration.ofDays(180);

	static final Duration SEAL_WITHIN = Duration.ofMinutes(10);

	AuditProperties {
		if (keepFor.compareTo(LEAST) < 0) {
			throw new IllegalArgumentException("yigongti.audit.keep-for is " + keepFor.toDays()
					+ " days, but audit entries must be kept for at least " + LEAST.toDays());
		}
	}

}
