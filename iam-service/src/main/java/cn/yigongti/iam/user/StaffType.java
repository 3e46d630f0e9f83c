package cn.yigongti.iam.user;

/** What somebody does in their organization, as the Cloud HIS knows it. */
public enum StaffType {

	DOCTOR, NURSE, TECHNICIAN, PHARMACIST, VILLAGE_DOCTOR, ADMIN, OTHER

}
