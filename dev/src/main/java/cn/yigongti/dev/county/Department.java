package cn.yigongti.dev.county;

/**
 * Departments after the national list of clinical subjects (诊疗科目名录); those that treat
 * nobody have codes of our own.
 */
public enum Department {

	GENERAL_PRACTICE("02", "全科医疗科"), INTERNAL_MEDICINE("03", "内科"), SURGERY("04", "外科"), OBSTETRICS("05", "妇产科"),
	PAEDIATRICS("07", "儿科"), EMERGENCY("20", "急诊医学科"), LABORATORY("30", "医学检验科"), IMAGING("32", "医学影像科"),
	CHINESE_MEDICINE("50", "中医科"), PHARMACY("90", "药剂科"), ADMINISTRATION("91", "院办公室"), LOGISTICS("92", "后勤科");

	private final String code;

	private final String label;

	Department(String code, String label) {
		this.code = code;
		this.label = label;
	}

	public String code() {
		return this.code;
	}

	public String label() {
		return this.label;
	}

}
