package cn.yigongti.iam.usersync.page;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

import cn.yigongti.cloudhis.HisUser;
import cn.yigongti.iam.user.StaffMember;
import cn.yigongti.iam.user.StaffType;
import org.jspecify.annotations.Nullable;

/** Reads a row of the HIS, or says what is wrong with it. */
final class RowReader {

	private static final int SHORT = 64;

	private static final int LONG = 100;

	private static final Pattern LOGIN_NAME = Pattern.compile("[\\p{L}\\p{N}._@-]{1,64}");

	private static final Pattern MOBILE = Pattern.compile("1\\d{10}");

	private static final Set<String> GENDERS = Set.of("0", "1", "2", "9");

	private RowReader() {
	}

	/** Something is wrong with a field. */
	static final class Flaw extends RuntimeException {

		private static final long serialVersionUID = 1L;

		private final String field;

		private final String code;

		Flaw(String field, String code) {
			super(field + " " + code, null, false, false);
			this.field = field;
			this.code = code;
		}

		Refused refused() {
			return new Refused(this.field, this.code);
		}

	}

	/** What is wrong with the id, if anything is. */
	static @Nullable String userIdFlaw(HisUser row) {
		try {
			text("userId", row.userId(), SHORT);
			return null;
		}
		catch (Flaw ex) {
			return ex.code;
		}
	}

	static StaffMember read(HisUser row, UUID organization) {
		return new StaffMember(text("userId", row.userId(), SHORT), loginName(row), text("name", row.name(), SHORT),
				gender(row), mobile(row), organization, staffType(row), optional("title", row.title()),
				optional("deptCode", row.deptCode()), optional("deptName", row.deptName()), enabled(row));
	}

	private static String loginName(HisUser row) {
		String name = text("loginName", row.loginName(), SHORT);
		return check("loginName", name, LOGIN_NAME.matcher(name).matches(), "login-name");
	}

	private static String gender(HisUser row) {
		String gender = Optional.ofNullable(row.gender()).orElse("9");
		return check("gender", gender, GENDERS.contains(gender), "gender");
	}

	private static @Nullable String mobile(HisUser row) {
		String mobile = optional("mobile", row.mobile());
		return (mobile != null) ? check("mobile", mobile, MOBILE.matcher(mobile).matches(), "mobile") : null;
	}

	private static StaffType staffType(HisUser row) {
		String given = text("staffType", row.staffType(), SHORT);
		return Arrays.stream(StaffType.values())
			.filter((type) -> type.name().equals(given))
			.findFirst()
			.orElseThrow(() -> new Flaw("staffType", "staff-type"));
	}

	private static boolean enabled(HisUser row) {
		if (row.enabled() == null) {
			throw new Flaw("enabled", "required");
		}
		return row.enabled();
	}

	private static String text(String field, @Nullable String value, int length) {
		if (value == null || value.isBlank()) {
			throw new Flaw(field, "required");
		}
		return bounded(field, value.strip(), length);
	}

	private static @Nullable String optional(String field, @Nullable String value) {
		return (value == null || value.isBlank()) ? null : bounded(field, value.strip(), LONG);
	}

	private static String bounded(String field, String value, int length) {
		boolean clean = value.chars().noneMatch(Character::isISOControl);
		return check(field, value, value.length() <= length && clean, "text");
	}

	private static String check(String field, String value, boolean right, String code) {
		if (!right) {
			throw new Flaw(field, code);
		}
		return value;
	}

}
