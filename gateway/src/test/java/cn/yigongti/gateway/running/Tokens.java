package cn.yigongti.gateway.running;

import java.time.Instant;
import java.util.Date;
import java.util.function.Consumer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

/** Access tokens as iam-service makes them, signed with a key of one's own. */
public final class Tokens {

	private final RSAKey key;

	private Tokens(RSAKey key) {
		this.key = key;
	}

	public static Tokens signedWith(String keyId) {
		try {
			return new Tokens(new RSAKeyGenerator(2048).keyID(keyId).generate());
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** What iam-service publishes. */
	public String publicKeys() {
		return new JWKSet(this.key).toString(true);
	}

	public String of(String subject) {
		return of(subject, (_) -> {
		});
	}

	/** A token that is valid but for what the test changes. */
	public String of(String subject, Consumer<JWTClaimsSet.Builder> change) {
		JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder().subject(subject)
			.issuer(RunningGateway.ISSUER)
			.audience("yigongti")
			.issueTime(Date.from(Instant.now()))
			.expirationTime(Date.from(Instant.now().plusSeconds(900)))
			.claim("caller", "USER");
		change.accept(claims);
		SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(this.key.getKeyID()).build(),
				claims.build());
		try {
			token.sign(new RSASSASigner(this.key));
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
		return token.serialize();
	}

}
