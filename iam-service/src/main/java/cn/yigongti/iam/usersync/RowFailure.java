package cn.yigongti.iam.usersync;

import cn.yigongti.cloudhis.HisUser;
import org.jspecify.annotations.Nullable;

/**
 * A row of the HIS that could not be taken over.
 *
 * @param source address of that HIS
 * @param rowNumber counted from 1 over all pages
 * @param field of the row, as the HIS calls it
 * @param code why, {@code field.<code>} is its text
 */
public record RowFailure(String source, int rowNumber, @Nullable String hisUserId, @Nullable String loginName,
		@Nullable String orgCode, String field, String code) {

	private static final int ECHOED = 64;

	public static RowFailure of(String source, int rowNumber, HisUser row, String field, String code) {
		return new RowFailure(source, rowNumber, echo(row.userId()), echo(row.loginName()), echo(row.orgCode()), field,
				code);
	}

	/** What is wrong may be wrong in length and characters, too. */
	private static @Nullable String echo(@Nullable String text) {
		if (text == null) {
			return null;
		}
		String printable = text.replaceAll("\\p{Cntrl}", "?");
		return printable.substring(0, Math.min(ECHOED, printable.length()));
	}

}
