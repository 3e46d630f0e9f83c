package cn.yigongti.consultation.conversion;

import java.util.UUID;

import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;

@FeignClient(name = "referral-service")
interface ReferralServiceClient {

	@PostMapping("/api/v1/referrals")
	Referral apply(@RequestHeader("Idempotency-Key") String key, @RequestBody ReferralApplication application);

	record Referral(UUID id) {
	}

}
