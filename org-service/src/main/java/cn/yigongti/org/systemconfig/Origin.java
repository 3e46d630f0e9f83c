package cn.yigongti.org.systemconfig;

/** From where a value comes. */
public enum Origin {

	/** Set at the organization itself. */
	OWN,
	/** Set at the nearest open organization above it that sets it. */
	PARENT,
	/** Set at the organization that leads its consortium today. */
	CONSORTIUM_LEAD

}
