package cn.yigongti.referral.relation;

import cn.yigongti.referral.directory.Tier;

/** 转诊类型. */
public enum ReferralType {

	/** 上转, to a higher tier. */
	UP,
	/** 下转, to a lower tier. */
	DOWN,
	/** 同级转诊. */
	SAME_LEVEL;

	/** The only type that agrees with the two tiers. */
	public static ReferralType between(Tier source, Tier target) {
		if (source.isBelow(target)) {
			return UP;
		}
		return target.isBelow(source) ? DOWN : SAME_LEVEL;
	}

}
