package cn.yigongti.org.organizationimport.sheet;

import java.util.List;
import java.util.Locale;

/** A file that will not be read, or not be read on. */
public class SheetRefused extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/** Why. */
	public enum Reason {

		/** Neither CSV nor XLSX, whatever its name says. */
		UNSUPPORTED_FILE,
		/** Needs a password. */
		ENCRYPTED_FILE,
		/** Brings programs along. */
		MACRO_FILE,
		/** Brings other files along, or would fetch some. */
		EMBEDDED_CONTENT,
		/** Far larger inside than outside. */
		INFLATES_TOO_MUCH,
		/** Broken off or broken. */
		UNREADABLE_FILE,
		/** Neither UTF-8 nor GB18030. */
		ENCODING_UNKNOWN,
		/** A cell that computes, or would in a spreadsheet; argument: where. */
		FORMULA,
		/** Nothing in it. */
		EMPTY_FILE,
		/** Argument: how many are allowed. */
		TOO_MANY_ROWS,
		/** Arguments: how many are allowed, the line. */
		TOO_MANY_COLUMNS,
		/** Arguments: how many characters are allowed, the line. */
		CELL_TOO_LONG,
		/** More text in all than such a table can need. */
		TOO_MUCH_TEXT;

		/** Stable, kebab-case. */
		public String code() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

	private final Reason reason;

	private final transient List<Object> arguments;

	public SheetRefused(Reason reason, Object... arguments) {
		super(reason + " " + List.of(arguments));
		this.reason = reason;
		this.arguments = List.of(arguments);
	}

	public SheetRefused(Reason reason, Throwable cause) {
		super(reason.name(), cause);
		this.reason = reason;
		this.arguments = List.of();
	}

	public Reason reason() {
		return this.reason;
	}

	public List<Object> arguments() {
		return this.arguments;
	}

}
