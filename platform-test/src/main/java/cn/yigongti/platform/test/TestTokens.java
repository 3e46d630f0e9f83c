package cn.yigongti.platform.test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.jspecify.annotations.Nullable;

/**
 * Makes access tokens as the iam-service does, signed with a key that services under test
 * trust through {@link TestIssuer}.
 */
public final class TestTokens {

	private final JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder();

	private final List<Map<String, Object>> grants = new ArrayList<>();

	private TestTokens(String subject, String kind) {
		Instant now = Instant.now();
		this.claims.issuer(TestIssuer.ISSUER)
			.audience("yigongti")
			.subject(subject)
			.claim("caller", kind)
			.claim("platform_access", true)
			.issueTime(Date.from(now))
			.expirationTime(Date.from(now.plus(Duration.ofMinutes(15))));
	}

	public static TestTokens user() {
		return user(UUID.randomUUID());
	}

	public static TestTokens user(UUID id) {
		return new TestTokens(id.toString(), "USER");
	}

	public static TestTokens client(String clientId) {
		return new TestTokens(clientId, "CLIENT");
	}

	public static TestTokens service(String name) {
		return new TestTokens(name, "SERVICE");
	}

	public static TestTokens resident(String reference) {
		return new TestTokens(reference, "RESIDENT").withoutPlatformAccess();
	}

	public TestTokens of(UUID organization) {
		this.claims.claim("organization_id", organization.toString());
		return this;
	}

	public TestTokens in(UUID consortium) {
		this.claims.claim("consortium_id", consortium.toString());
		return this;
	}

	public TestTokens withoutPlatformAccess() {
		this.claims.claim("platform_access", false);
		return this;
	}

	public TestTokens expired() {
		this.claims.expirationTime(Date.from(Instant.now().minus(Duration.ofHours(1))));
		return this;
	}

	public TestTokens claim(String name, Object value) {
		this.claims.claim(name, value);
		return this;
	}

	public TestTokens mayInOrganization(UUID organization, String... permissions) {
		return may("ORGANIZATION", organization.toString(), permissions);
	}

	public TestTokens mayInConsortium(UUID consortium, String... permissions) {
		return may("CONSORTIUM", consortium.toString(), permissions);
	}

	public TestTokens mayInRegion(String divisionPrefix, String... permissions) {
		return may("REGION", divisionPrefix, permissions);
	}

	public TestTokens mayEverywhere(String... permissions) {
		return may("ALL", null, permissions);
	}

	private TestTokens may(String scope, @Nullable String scopeId, String... permissions) {
		Map<String, Object> grant = new LinkedHashMap<>();
		grant.put("role", "TEST");
		grant.put("scope", scope);
		if (scopeId != null) {
			grant.put("scope_id", scopeId);
		}
		grant.put("permissions", List.copyOf(Set.of(permissions)));
		this.grants.add(grant);
		return this;
	}

	/** The token as it stands behind {@code Bearer }. */
	public String mint() {
		try {
			SignedJWT token = new SignedJWT(
					new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(TestIssuer.key().getKeyID()).build(),
					this.claims.claim("grants", this.grants).build());
			token.sign(new RSASSASigner(TestIssuer.key()));
			return token.serialize();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** The value of the {@code Authorization} header. */
	public String bearer() {
		return "Bearer " + mint();
	}

}
