package cn.yigongti.org.organizationimport.row;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import cn.yigongti.org.organization.Tier;
import org.jspecify.annotations.Nullable;

/** Reads the cells of one row, and notes what can't be read. */
class CellReading {

	private static final Map<String, Tier> TIERS = Map.ofEntries(Map.entry("县级医院", Tier.COUNTY),
			Map.entry("县级", Tier.COUNTY), Map.entry("乡镇卫生院", Tier.TOWNSHIP), Map.entry("社区卫生服务中心", Tier.TOWNSHIP),
			Map.entry("乡镇级", Tier.TOWNSHIP), Map.entry("村卫生室", Tier.VILLAGE), Map.entry("社区卫生服务站", Tier.VILLAGE),
			Map.entry("村级", Tier.VILLAGE), Map.entry("市级医院", Tier.CITY), Map.entry("市级", Tier.CITY),
			Map.entry("COUNTY", Tier.COUNTY), Map.entry("TOWNSHIP", Tier.TOWNSHIP), Map.entry("VILLAGE", Tier.VILLAGE),
			Map.entry("CITY", Tier.CITY));

	private static final Pattern DATE = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");

	/**
	 * As a spreadsheet shows a long number, of which it has forgotten the last digits.
	 */
	private static final Pattern SCIENTIFIC = Pattern.compile("\\d(\\.\\d+)?E\\+\\d{1,3}");

	private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,12}(\\.\\d{1,30})?");

	private final Header header;

	private final List<String> cells;

	private final List<RowProblem> problems = new ArrayList<>();

	CellReading(Header header, List<String> cells) {
		this.header = header;
		this.cells = cells;
	}

	List<RowProblem> problems() {
		return List.copyOf(this.problems);
	}

	@Nullable String text(Column column) {
		return orNull(Words.trimmed(this.header.cell(this.cells, column)));
	}

	@Nullable String code(Column column) {
		String code = narrowed(column);
		if (code == null || !SCIENTIFIC.matcher(code).matches()) {
			return code;
		}
		BigDecimal number = new BigDecimal(code);
		if (number.scale() != 0) {
			refuse(column, "digits-lost");
			return null;
		}
		return number.toPlainString();
	}

	@Nullable Tier tier() {
		String name = narrowed(Column.TIER);
		Tier tier = (name != null) ? TIERS.get(name) : null;
		if (name != null && tier == null) {
			refuse(Column.TIER, "unknown-tier", name);
		}
		return tier;
	}

	@Nullable String phone() {
		return narrowed(Column.PHONE);
	}

	@Nullable Double decimal(Column column) {
		BigDecimal number = number(column);
		return (number != null) ? number.doubleValue() : null;
	}

	@Nullable Integer integer(Column column) {
		BigDecimal number = number(column);
		try {
			return (number != null) ? number.intValueExact() : null;
		}
		catch (ArithmeticException ex) {
			refuse(column, "not-an-integer");
			return null;
		}
	}

	private @Nullable BigDecimal number(Column column) {
		String number = narrowed(column);
		if (number != null && !NUMBER.matcher(number).matches()) {
			refuse(column, "not-a-number");
			return null;
		}
		return (number != null) ? new BigDecimal(number) : null;
	}

	@Nullable LocalDate date(Column column) {
		String date = narrowed(column);
		if (date == null) {
			return null;
		}
		Matcher parts = DATE.matcher(date);
		try {
			if (parts.matches()) {
				return LocalDate.of(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)),
						Integer.parseInt(parts.group(3)));
			}
		}
		catch (DateTimeException ex) {
			// such as February 30, which is no date either
		}
		refuse(column, "not-a-date");
		return null;
	}

	private @Nullable String narrowed(Column column) {
		return orNull(Words.narrowed(this.header.cell(this.cells, column)));
	}

	private void refuse(Column column, String code, Object... arguments) {
		this.problems.add(new RowProblem(column, code, arguments));
	}

	private static @Nullable String orNull(String text) {
		return text.isEmpty() ? null : text;
	}

}
