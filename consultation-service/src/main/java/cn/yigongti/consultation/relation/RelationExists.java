package cn.yigongti.consultation.relation;

/** The applicant may apply to the centre already. */
public class RelationExists extends RuntimeException {

	private static final long serialVersionUID = 1L;

}
