package cn.yigongti.referral.referral;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** That an applied referral was taken out, by which side, why and by whom. */
public record Voiding(Kind kind, String reason, String by, @Nullable UUID organizationId) {

	public enum Kind {

		/** 撤回, by the applicant's side. */
		WITHDRAWN,
		/** 拒绝, by the receiver's side. */
		REFUSED

	}

}
