package cn.yigongti.org.organizationimport.row;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import cn.yigongti.org.organizationimport.sheet.SheetReader;
import cn.yigongti.org.organizationimport.sheet.SheetRefused;
import cn.yigongti.org.organizationimport.sheet.SheetRefused.Reason;
import cn.yigongti.org.organizationimport.sheet.SheetRow;
import cn.yigongti.platform.problem.FieldProblem;

/**
 * Which column stands where. The columns of a report may be there too and are passed
 * over, so that a report can be corrected and handed in again.
 *
 * @param names of the columns as given
 */
public record Header(List<String> names, Map<Column, Integer> positions) {

	/** What the report puts beside each row. */
	public static final List<String> REPORT_COLUMNS = List.of("结果", "原因");

	/** A line that explains, or one by which a spreadsheet names the separator. */
	private static final Pattern COMMENT = Pattern.compile("#.*|sep=.?", Pattern.DOTALL);

	/** Marks that a column is required, as the template has it, and line breaks. */
	private static final Pattern DECORATION = Pattern.compile("[*＊\\s]");

	public Header {
		names = List.copyOf(names);
		positions = Collections.unmodifiableMap(new EnumMap<>(positions));
	}

	/**
	 * Reads down to the header, which is the first row that is no comment.
	 * @throws HeaderRefused when it is none of ours
	 */
	public static Header find(SheetReader reader) throws IOException {
		for (Optional<SheetRow> row = reader.next(); row.isPresent(); row = reader.next()) {
			if (!COMMENT.matcher(Words.trimmed(row.get().cell(0))).matches()) {
				return of(row.get().cells());
			}
		}
		throw new SheetRefused(Reason.EMPTY_FILE);
	}

	/**
	 * Understands a header.
	 * @throws HeaderRefused when a column is unknown, missing or there twice
	 */
	static Header of(List<String> names) {
		Map<Column, Integer> positions = new EnumMap<>(Column.class);
		List<FieldProblem> problems = new ArrayList<>();
		for (int i = 0; i < names.size(); i++) {
			String name = DECORATION.matcher(Words.narrowed(names.get(i))).replaceAll("");
			Optional<Column> column = Column.named(name);
			if (column.isPresent()) {
				if (positions.putIfAbsent(column.get(), i) != null) {
					problems.add(problem(name, "repeated-column"));
				}
			}
			else if (!name.isEmpty() && !REPORT_COLUMNS.contains(name)) {
				problems.add(problem(name, "unknown-column"));
			}
		}
		Arrays.stream(Column.values())
			.filter((column) -> column.isRequired() && !positions.containsKey(column))
			.forEach((column) -> problems.add(problem(column.header(), "missing-column")));
		if (!problems.isEmpty()) {
			throw new HeaderRefused(problems);
		}
		return new Header(names, positions);
	}

	private static FieldProblem problem(String name, String code) {
		return new FieldProblem("/" + name.replace("~", "~0").replace("/", "~1"), code, name);
	}

	/** The cell of a column, blank if there is no such column. */
	public String cell(List<String> cells, Column column) {
		Integer position = this.positions.get(column);
		return (position != null && position < cells.size()) ? cells.get(position) : "";
	}

	/** Whether the cells of a column may begin with a plus or a minus. */
	boolean isSigned(int position) {
		return this.positions.entrySet()
			.stream()
			.anyMatch((entry) -> entry.getValue() == position && entry.getKey().content().isSigned());
	}

	/** What was given without what a report put beside it, as long as the header. */
	public static List<String> withoutReport(List<String> names, List<String> cells) {
		return IntStream.range(0, Math.max(names.size(), cells.size()))
			.filter((i) -> i >= names.size() || !REPORT_COLUMNS.contains(names.get(i)))
			.mapToObj((i) -> (i < cells.size()) ? cells.get(i) : "")
			.toList();
	}

}
