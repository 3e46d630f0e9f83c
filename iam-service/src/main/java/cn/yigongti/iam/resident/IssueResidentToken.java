package cn.yigongti.iam.resident;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

import cn.yigongti.iam.accesschange.AccessKey;
import cn.yigongti.iam.accesschange.NotedChanges;
import cn.yigongti.platform.accesschange.AccessChanges;
import cn.yigongti.platform.audit.AuditEntry;
import cn.yigongti.platform.audit.AuditTrail;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.problem.InvalidInput;
import cn.yigongti.platform.resident.GivenResidentId;
import cn.yigongti.platform.resident.ResidentId;
import cn.yigongti.platform.resident.ResidentReferences;
import cn.yigongti.platform.web.SecurityConfiguration;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives the backend of a mobile app a token that is bound to one resident. It names the
 * resident by reference, holds no grants, and is followed by no other: the backend asks
 * again. It ends with the backend's own access. The resident need not be known to anybody
 * here.
 */
@Service
public class IssueResidentToken {

	private static final Duration LIFE = Duration.ofMinutes(15);

	private static final String ID_NUMBER = "/idNumber";

	private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

	private final ResidentReferences references;

	private final NotedChanges changes;

	private final JwtEncoder encoder;

	private final String issuer;

	private final AuditTrail audit;

	private final Clock clock;

	IssueResidentToken(ResidentReferences references, NotedChanges changes, JwtEncoder encoder,
			@Value("${yigongti.issuer}") String issuer, AuditTrail audit, Clock clock) {
		this.references = references;
		this.changes = changes;
		this.encoder = encoder;
		this.issuer = issuer;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Makes one.
	 * @throws NoMobileBackend when the caller is no machine client of an organization
	 * @throws InvalidInput when that is no resident's number
	 */
	@Transactional
	public ResidentToken forResident(Caller backend, String idNumber) {
		if (backend.kind() != Caller.Kind.CLIENT || backend.organizationId() == null) {
			throw new NoMobileBackend();
		}
		Instant now = this.clock.instant();
		ResidentId resident = GivenResidentId.parse(idNumber, LocalDate.ofInstant(now, CHINA), ID_NUMBER);
		String reference = this.references.of(resident);
		List<AccessKey> keys = List.of(new AccessKey("client", backend.subject()));
		this.audit.record(AuditEntry.of(backend, "resident-token:issue", "resident")
			.on(reference)
			.about(this.audit.resident(resident.number())));
		JwtClaimsSet claims = JwtClaimsSet.builder()
			.issuer(this.issuer)
			.audience(List.of(SecurityConfiguration.AUDIENCE))
			.subject(reference)
			.id(UUID.randomUUID().toString())
			.issuedAt(now)
			.notBefore(now)
			.expiresAt(now.plus(LIFE))
			.claim("caller", Caller.Kind.RESIDENT.name())
			.claim("platform_access", false)
			.claim("client_id", backend.subject())
			.claim(AccessChanges.CLAIM, this.changes.asOf(keys).claim(keys))
			.build();
		JwsHeader header = JwsHeader.with(SignatureAlgorithm.RS256).build();
		return new ResidentToken(this.encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue(), LIFE);
	}

}
