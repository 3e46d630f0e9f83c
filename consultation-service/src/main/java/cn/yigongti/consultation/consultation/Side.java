package cn.yigongti.consultation.consultation;

/** Who has to make a move. */
public enum Side {

	APPLICANT, CENTER

}
