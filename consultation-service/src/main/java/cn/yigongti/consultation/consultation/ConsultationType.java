package cn.yigongti.consultation.consultation;

/** 会诊类型. */
public enum ConsultationType {

	/** 临床会诊: people meet at an agreed time. */
	CLINICAL,
	/** 影像会诊. */
	IMAGING,
	/** 心电会诊. */
	ECG,
	/** 病理会诊. */
	PATHOLOGY,
	/** 检验会诊. */
	LABORATORY;

	/** Whether a time is agreed on; the others are reported as they come. */
	public boolean isScheduled() {
		return this == CLINICAL;
	}

}
