package cn.yigongti.platform.masking;

import org.jspecify.annotations.Nullable;

/**
 * Masks of GB/T 22239 reviews: enough left to recognise a person by, too little to learn
 * one.
 */
public final class Masking {

	private Masking() {
	}

	/**
	 * {@code 张三丰} becomes {@code 张**}. Counts characters as people do, also outside the
	 * basic plane.
	 */
	public static String name(String name) {
		if (name.isEmpty()) {
			return name;
		}
		int first = name.offsetByCodePoints(0, 1);
		return name.substring(0, first) + "*".repeat(Math.max(1, name.codePointCount(first, name.length())));
	}

	/** {@code 500229190001010019} becomes {@code 500229********0019}. */
	public static String idNumber(String idNumber) {
		return middle(idNumber, 6, 4);
	}

	/** {@code 13800000001} becomes {@code 138****0001}. */
	public static String phone(String phone) {
		return middle(phone, 3, 4);
	}

	public static @Nullable String phoneOrNull(@Nullable String phone) {
		return (phone != null) ? phone(phone) : null;
	}

	private static String middle(String text, int head, int tail) {
		if (text.length() <= head + tail) {
			return "*".repeat(text.length());
		}
		return text.substring(0, head) + "*".repeat(text.length() - head - tail) + text.substring(text.length() - tail);
	}

}
