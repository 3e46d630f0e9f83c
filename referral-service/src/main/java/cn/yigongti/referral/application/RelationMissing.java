package cn.yigongti.referral.application;

/**
 * The source may not refer to the target with this type: no relation, or it is not
 * enabled.
 */
public class RelationMissing extends RuntimeException {

	private static final long serialVersionUID = 1L;

}
