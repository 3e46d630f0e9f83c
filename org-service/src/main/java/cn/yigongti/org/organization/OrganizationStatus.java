package cn.yigongti.org.organization;

/** Whether an organization is open on the date that was asked about. */
public enum OrganizationStatus {

	ACTIVE, CLOSED

}
