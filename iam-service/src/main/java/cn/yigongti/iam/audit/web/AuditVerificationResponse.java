package cn.yigongti.iam.audit.web;

import java.util.List;
import java.util.UUID;

import cn.yigongti.iam.audit.VerifyAllTrails.Verdicts;
import cn.yigongti.iam.audit.directory.TrailVerdict;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

record AuditVerificationResponse(@Schema(description = "Whether all services answered and all are") boolean intact,
		List<ServiceVerdict> services, List<String> unavailable) {

	/** Of one service's trail. */
	record ServiceVerdict(String service, boolean intact, long from, long to, String seal,
			@Schema(description = "CHANGED, REMOVED, INSERTED, UNSEALED, FORGED_ANCHOR") @Nullable String flaw,
			@Schema(description = "Of the first entry that is not as it was written") @Nullable Long brokenNumber,
			@Nullable UUID brokenId) {

		static ServiceVerdict of(String service, TrailVerdict verdict) {
			TrailVerdict.Flaw flaw = verdict.flaw();
			return new ServiceVerdict(service, verdict.intact(), verdict.from(), verdict.to(), verdict.seal(),
					(flaw != null) ? flaw.kind() : null, (flaw != null) ? flaw.number() : null,
					(flaw != null) ? flaw.entryId() : null);
		}

	}

	static AuditVerificationResponse of(Verdicts verdicts) {
		List<ServiceVerdict> services = verdicts.byService()
			.entrySet()
			.stream()
			.map((one) -> ServiceVerdict.of(one.getKey(), one.getValue()))
			.toList();
		return new AuditVerificationResponse(
				verdicts.unavailable().isEmpty() && services.stream().allMatch(ServiceVerdict::intact), services,
				verdicts.unavailable());
	}

}
