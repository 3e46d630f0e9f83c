package cn.yigongti.org.openwork;

import java.util.List;
import java.util.UUID;

import cn.yigongti.platform.remote.DependencyUnavailable;
import cn.yigongti.platform.remote.RemoteProblem;
import feign.FeignException;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Referrals under way, as the referral-service counts them. */
@Component
class OpenReferrals implements WorkOwner {

	private static final String OWNER = "referral-service";

	private final ReferralServiceClient client;

	OpenReferrals(ReferralServiceClient client) {
		this.client = client;
	}

	@Override
	public OpenWork openWorkOf(UUID organization) {
		try {
			return read(this.client.openCounts(organization), organization);
		}
		catch (RemoteProblem | FeignException ex) {
			throw new DependencyUnavailable(OWNER, ex);
		}
	}

	/** It must be about this organization, and about nothing else. */
	private static OpenWork read(ReferralServiceClient.@Nullable OpenCounts answer, UUID organization) {
		List<ReferralServiceClient.OpenCount> items = (answer != null && answer.items() != null) ? answer.items()
				: List.of();
		if (items.size() != 1 || !isAbout(organization, items.getFirst())) {
			throw new DependencyUnavailable(OWNER + " (its answer is none)", null);
		}
		return new OpenWork("referral", items.getFirst().asSource(), items.getFirst().asTarget());
	}

	private static boolean isAbout(UUID organization, ReferralServiceClient.@Nullable OpenCount count) {
		return count != null && organization.equals(count.organizationId()) && count.asSource() >= 0
				&& count.asTarget() >= 0;
	}

}
