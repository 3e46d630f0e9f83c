package cn.yigongti.patient;

/**
 * A diagnosis (诊断).
 *
 * @param code ICD-10, China edition
 */
public record Diagnosis(String code, String text) {

	/** The form of an ICD-10 code, China edition, for example {@code J20.900}. */
	public static final String ICD_10 = "[A-Z]\\d{2}(\\.[0-9x](\\d{2}([a-z]\\d{3})?)?)?";

}
