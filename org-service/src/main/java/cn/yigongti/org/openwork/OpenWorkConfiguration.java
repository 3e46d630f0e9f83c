package cn.yigongti.org.openwork;

import org.springframework.cloud.openfeign.EnableFeignClients;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** All who may have work under way for an organization. */
@Configuration(proxyBeanMethods = false)
@EnableFeignClients
class OpenWorkConfiguration {

	@Bean
	WorkOwner openReferrals(ReferralServiceClient client) {
		return new CountedWork("referral-service", "referral", client::openCounts);
	}

	@Bean
	WorkOwner openConsultations(ConsultationServiceClient client) {
		return new CountedWork("consultation-service", "consultation", client::openCounts);
	}

}
