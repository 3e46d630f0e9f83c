package cn.yigongti.org.organizationimport.sheet.format;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import cn.yigongti.org.organizationimport.sheet.SheetRefused;
import cn.yigongti.org.organizationimport.sheet.SheetRefused.Reason;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;

/**
 * What a worksheet's cell says, as text: a date in ISO form, a number with all of its
 * digits. A number that has lost digits, because a spreadsheet keeps fifteen of them,
 * stays in scientific notation, so that nobody takes it for a code.
 */
final class CellText {

	private static final int KEPT_DIGITS = 15;

	/** Built-in formats that show a date, those of Chinese spreadsheets included. */
	private static final Set<Integer> DATE_FORMATS = Set.of(14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53,
			54, 57, 58);

	private static final Pattern LITERALS = Pattern.compile("\"[^\"]*\"|\\[[^]]*]|\\\\.");

	private static final Pattern DIGITS = Pattern.compile("-?[0-9]{1,40}");

	private CellText() {
	}

	static String of(Cell cell) {
		if (cell.getFormula() != null) {
			throw new SheetRefused(Reason.FORMULA, cell.getAddress().toString());
		}
		if (cell.getType() != CellType.NUMBER) {
			return (cell.getType() == CellType.BOOLEAN) ? cell.getText().toUpperCase(Locale.ROOT)
					: Optional.ofNullable(cell.getRawValue()).orElse("");
		}
		return isDate(cell) ? cell.asDate().toLocalDate().toString() : number(cell.getRawValue());
	}

	static String number(String raw) {
		if (DIGITS.matcher(raw).matches()) {
			return raw;
		}
		BigDecimal number = new BigDecimal(raw).round(new MathContext(KEPT_DIGITS)).stripTrailingZeros();
		boolean exact = number.precision() - number.scale() <= KEPT_DIGITS && number.scale() <= 2 * KEPT_DIGITS;
		return exact ? number.toPlainString() : number.toString();
	}

	private static boolean isDate(Cell cell) {
		Integer format = cell.getDataFormatId();
		if (format == null) {
			return false;
		}
		String pattern = Optional.ofNullable(cell.getDataFormatString()).orElse("");
		return DATE_FORMATS.contains(format)
				|| LITERALS.matcher(pattern).replaceAll("").chars().anyMatch((c) -> "yYdD".indexOf(c) >= 0);
	}

}
