package cn.yigongti.dev.county;

/**
 * To a higher tier, to a lower one, or to the same.
 */
public enum ReferralType {

	UP, DOWN, SAME_LEVEL

}
