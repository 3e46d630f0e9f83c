package cn.yigongti.referral.relation;

import cn.yigongti.referral.party.Party;

/** The type asked for does not agree with the tiers of the two sides. */
public class TypeAgainstTier extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final ReferralType given;

	private final ReferralType agreeing;

	private TypeAgainstTier(ReferralType given, ReferralType agreeing) {
		super(given + " between tiers that ask for " + agreeing);
		this.given = given;
		this.agreeing = agreeing;
	}

	public static void check(ReferralType given, Party source, Party target) {
		ReferralType agreeing = ReferralType.between(source.tier(), target.tier());
		if (given != agreeing) {
			throw new TypeAgainstTier(given, agreeing);
		}
	}

	public ReferralType given() {
		return this.given;
	}

	public ReferralType agreeing() {
		return this.agreeing;
	}

}
