package cn.yigongti.platform.audit;

/** What came of what somebody wanted to do. */
public enum AuditResult {

	SUCCESS,
	/** They were not allowed to. */
	DENIED,
	/** It was tried and did not succeed. */
	FAILED

}
