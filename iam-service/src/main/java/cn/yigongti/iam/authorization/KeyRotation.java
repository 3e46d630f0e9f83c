package cn.yigongti.iam.authorization;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import cn.yigongti.iam.config.IamProperties;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives the installation its first key and every key its successor. A successor is
 * published some time before it signs; a predecessor is published until the last token it
 * signed has expired. Nobody is signed out by a rotation.
 */
@Component
public class KeyRotation implements SmartInitializingSingleton {

	private static final Logger log = LoggerFactory.getLogger(KeyRotation.class);

	private static final int BITS = 2048;

	private final SigningKeyStore store;

	private final IamProperties.Keys settings;

	private final Clock clock;

	private final TransactionTemplate transaction;

	KeyRotation(SigningKeyStore store, IamProperties properties, Clock clock, TransactionTemplate transaction) {
		this.store = store;
		this.settings = properties.keys();
		this.clock = clock;
		this.transaction = transaction;
	}

	/** The first start makes the first key, whichever replica comes first. */
	@Override
	public void afterSingletonsInstantiated() {
		rotateIfDue();
	}

	/**
	 * Makes a successor when the newest key is old enough, and forgets keys that no
	 * living token needs.
	 */
	@Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1H")
	public void rotateIfDue() {
		this.transaction.executeWithoutResult((status) -> {
			this.store.lock();
			List<SigningKey> keys = this.store.all();
			Instant now = this.clock.instant();
			if (keys.isEmpty()) {
				add(now);
			}
			else if (!keys.getFirst().signsFrom().plus(this.settings.rotateAfter()).isAfter(now)) {
				add(now.plus(this.settings.announceFor()));
			}
			forgetOutlived(keys, now);
		});
	}

	/**
	 * Makes a successor now, for example because a key may have leaked; does nothing
	 * while one is being announced.
	 */
	public void rotate() {
		this.transaction.executeWithoutResult((status) -> {
			this.store.lock();
			Instant now = this.clock.instant();
			if (this.store.all().stream().allMatch((key) -> key.signsAt(now))) {
				add(now.plus(this.settings.announceFor()));
			}
		});
	}

	private void add(Instant signsFrom) {
		RSAKey jwk = generate();
		this.store.add(new SigningKey(jwk, signsFrom));
		log.info("Signing key {} made, signs from {}", jwk.getKeyID(), signsFrom);
	}

	private void forgetOutlived(List<SigningKey> newestFirst, Instant now) {
		for (int i = 1; i < newestFirst.size(); i++) {
			if (newestFirst.get(i - 1).hasOutlivedItsPredecessor(now)) {
				this.store.remove(newestFirst.get(i));
			}
		}
	}

	private static RSAKey generate() {
		try {
			return new RSAKeyGenerator(BITS).keyUse(KeyUse.SIGNATURE)
				.algorithm(JWSAlgorithm.RS256)
				.keyID(UUID.randomUUID().toString())
				.generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException("no RSA here", ex);
		}
	}

}
