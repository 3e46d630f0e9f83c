package cn.yigongti.platform.caller;

/** How far a grant reaches. */
public enum ScopeType {

	/** One organization. */
	ORGANIZATION,
	/** All members of one consortium. */
	CONSORTIUM,
	/** Everything under a division-code prefix. */
	REGION,
	/** The whole platform. */
	ALL

}
