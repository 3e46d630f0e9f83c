package cn.yigongti.consultation.submission;

/**
 * The applicant may not apply to the centre: no relation, or the centre is not active.
 */
public class RelationMissing extends RuntimeException {

	private static final long serialVersionUID = 1L;

}
