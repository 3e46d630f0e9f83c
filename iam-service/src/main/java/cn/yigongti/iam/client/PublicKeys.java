package cn.yigongti.iam.client;

import java.text.ParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import cn.yigongti.platform.problem.InvalidInput;
import com.nimbusds.jose.Algorithm;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import org.jspecify.annotations.Nullable;

/**
 * The public keys by which a client proves who it is ({@code private_key_jwt}, RFC 7523).
 * Several at a time, told apart by {@code kid}, so that one can follow the other.
 */
public record PublicKeys(JWKSet keys) {

	/** What an assertion may be signed with. */
	public static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256,
			JWSAlgorithm.ES256);

	private static final int SHORTEST_RSA = 2048;

	/** Longer ones cost us more to check than they gain. */
	private static final int LONGEST_RSA = 4096;

	private static final int SHORTEST_EXPONENT = 17;

	private static final int LONGEST_KID = 100;

	/**
	 * Reads keys as a client sends them. Nothing is kept but what they are used for.
	 * @param pointer where they stand in the body
	 * @throws InvalidInput when one is no key, has a private part, or is too weak
	 */
	public static PublicKeys parse(List<Map<String, Object>> given, String pointer) {
		List<JWK> keys = new ArrayList<>();
		Set<String> kids = new HashSet<>();
		for (int i = 0; i < given.size(); i++) {
			JWK key = key(given.get(i), pointer + "/" + i);
			if (!kids.add(key.getKeyID())) {
				throw new InvalidInput(pointer + "/" + i + "/kid", "jwk-kid-repeated");
			}
			keys.add(key);
		}
		return new PublicKeys(new JWKSet(keys));
	}

	static PublicKeys stored(String json) {
		try {
			return new PublicKeys(JWKSet.parse(json));
		}
		catch (ParseException ex) {
			throw new IllegalStateException("public keys of a client can't be read", ex);
		}
	}

	String toJson() {
		return this.keys.toString(true);
	}

	public List<String> ids() {
		return this.keys.getKeys().stream().map(JWK::getKeyID).toList();
	}

	private static JWK key(Map<String, Object> given, String pointer) {
		JWK key = parsed(given, pointer);
		if (key.isPrivate()) {
			throw new InvalidInput(pointer, "jwk-private");
		}
		String kid = key.getKeyID();
		if (kid == null || kid.isBlank() || kid.length() > LONGEST_KID) {
			throw new InvalidInput(pointer + "/kid", "jwk-kid", LONGEST_KID);
		}
		if (key.getKeyUse() != null && !KeyUse.SIGNATURE.equals(key.getKeyUse())) {
			throw new InvalidInput(pointer + "/use", "jwk-use");
		}
		return switch (key) {
			case RSAKey rsa when isStrong(rsa) && isOneOf(rsa.getAlgorithm(), JWSAlgorithm.RS256, JWSAlgorithm.PS256) ->
				new RSAKey.Builder(rsa.getModulus(), rsa.getPublicExponent()).keyID(kid)
					.algorithm(rsa.getAlgorithm())
					.build();
			case ECKey ec when Curve.P_256.equals(ec.getCurve()) && isOneOf(ec.getAlgorithm(), JWSAlgorithm.ES256) ->
				new ECKey.Builder(Curve.P_256, ec.getX(), ec.getY()).keyID(kid).algorithm(ec.getAlgorithm()).build();
			default -> throw new InvalidInput(pointer, "jwk-strength", SHORTEST_RSA, LONGEST_RSA);
		};
	}

	private static JWK parsed(Map<String, Object> given, String pointer) {
		try {
			return JWK.parse(given);
		}
		catch (ParseException | IllegalArgumentException | IllegalStateException ex) {
			throw new InvalidInput(pointer, "jwk");
		}
	}

	private static boolean isStrong(RSAKey key) {
		int bits = key.getModulus().decodeToBigInteger().bitLength();
		return bits >= SHORTEST_RSA && bits <= LONGEST_RSA
				&& key.getPublicExponent().decodeToBigInteger().bitLength() >= SHORTEST_EXPONENT
				&& key.getPublicExponent().decodeToBigInteger().testBit(0);
	}

	private static boolean isOneOf(@Nullable Algorithm algorithm, JWSAlgorithm... allowed) {
		return algorithm == null || Set.of(allowed).contains(algorithm);
	}

}
