package cn.yigongti.platform.code;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first character with which a text stops being a code.
 *
 * @param position counted from 1, as people do
 * @param character empty when the code only begins well and should go on there
 */
public record WrongCharacter(int position, String character) {

	/** What is wrong, if anything is. */
	public static Optional<WrongCharacter> in(String text, Pattern pattern) {
		if (pattern.matcher(text).matches()) {
			return Optional.empty();
		}
		int sound = 0;
		while (sound < text.length() && begins(text.substring(0, sound + 1), pattern)) {
			sound++;
		}
		int end = (sound < text.length()) ? text.offsetByCodePoints(sound, 1) : sound;
		return Optional.of(new WrongCharacter(sound + 1, text.substring(sound, end)));
	}

	/** Whether some code begins like this. */
	@SuppressWarnings("JdkObsolete") // more input is what this asks about
	private static boolean begins(String text, Pattern pattern) {
		Matcher matcher = pattern.matcher(text);
		return matcher.matches() || matcher.hitEnd();
	}

}
