package cn.yigongti.referral.relation;

/** The same source, target and type are related already. */
public class RelationExists extends RuntimeException {

	private static final long serialVersionUID = 1L;

}
