package cn.yigongti.consultation.delivery;

/** Where a delivery stands. */
public enum DeliveryState {

	/** To be attempted, for the first time or again. */
	PENDING,
	/** The other side has confirmed it. */
	DELIVERED,
	/** Given up; by hand it can be delivered all the same. */
	PARKED,
	/** The applicant has no third-party system. */
	NOT_CONFIGURED,
	/** The application was cancelled before the other side had confirmed it. */
	WITHDRAWN;

	/** Whether it can be delivered again by hand. */
	public boolean isRedeliverable() {
		return this == DELIVERED || this == PARKED || this == NOT_CONFIGURED;
	}

}
