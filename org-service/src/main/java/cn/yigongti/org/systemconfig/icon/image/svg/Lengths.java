package cn.yigongti.org.systemconfig.icon.image.svg;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** The size of a drawing in pixels, as far as it says so itself. */
final class Lengths {

	private static final Pattern PIXELS = Pattern.compile("\\s*(\\d{1,6}(?:\\.\\d{1,20})?)(?:px)?\\s*");

	private static final Pattern VIEW_BOX = Pattern
		.compile("\\s*\\S{1,30}?[\\s,]+\\S{1,30}?[\\s,]+([\\d.]{1,30})[\\s,]+([\\d.]{1,30})\\s*");

	private Lengths() {
	}

	/** Of an attribute {@code width} or {@code height}, if it is one in pixels. */
	static @Nullable Integer pixels(@Nullable String length) {
		Matcher pixels = PIXELS.matcher((length != null) ? length : "");
		return pixels.matches() ? rounded(pixels.group(1)) : null;
	}

	/** Of the view box, when neither is given. */
	static @Nullable Integer ofViewBox(@Nullable String viewBox, boolean width) {
		Matcher box = VIEW_BOX.matcher((viewBox != null) ? viewBox : "");
		return box.matches() ? pixels(box.group(width ? 1 : 2)) : null;
	}

	private static @Nullable Integer rounded(String number) {
		long rounded = Math.round(Double.parseDouble(number));
		return (rounded > 0) ? (int) rounded : null;
	}

}
