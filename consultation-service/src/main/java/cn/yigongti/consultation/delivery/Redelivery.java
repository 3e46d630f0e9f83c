package cn.yigongti.consultation.delivery;

/** What became of one of many deliveries that were to be delivered again. */
public enum Redelivery {

	/** It is due again. */
	REDELIVERED,
	/** It is under way anyhow, or was withdrawn. */
	NOT_REDELIVERABLE,
	/** It is not there, or its applicant not within the caller's scope. */
	NOT_FOUND

}
