package cn.yigongti.consultation.consultation;

/** 紧急程度. */
public enum Urgency {

	/** 常规. */
	ROUTINE,
	/** 加急. */
	URGENT,
	/** 急诊. */
	EMERGENCY

}
