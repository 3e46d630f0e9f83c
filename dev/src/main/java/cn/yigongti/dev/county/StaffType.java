package cn.yigongti.dev.county;

import java.util.List;

/**
 * The staff types of the Cloud HIS contract with the titles that go with them, the
 * highest first.
 */
public enum StaffType {

	DOCTOR("主任医师 副主任医师 主治医师 住院医师"), NURSE("主管护师 护师 护士"), TECHNICIAN("主管技师 技师"), PHARMACIST("主管药师 药师"),
	VILLAGE_DOCTOR("乡村医生"), ADMIN("行政管理"), OTHER("工勤");

	private final String titles;

	StaffType(String titles) {
		this.titles = titles;
	}

	String title(int n) {
		List<String> all = List.of(this.titles.split(" "));
		return all.get(n % all.size());
	}

}
