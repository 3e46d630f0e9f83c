package cn.yigongti.org.organizationimport.row;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import cn.yigongti.org.organization.Coordinates;
import cn.yigongti.org.organization.OrganizationDraft;
import cn.yigongti.org.organizationimport.sheet.Formula;
import cn.yigongti.org.organizationimport.sheet.SheetRefused;
import cn.yigongti.org.organizationimport.sheet.SheetRefused.Reason;
import cn.yigongti.org.organizationimport.sheet.SheetRow;
import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Reads rows, and holds them against the rules that a request has to keep. */
@Component
public class RowReader {

	private final Validator validator;

	RowReader(Validator validator) {
		this.validator = validator;
	}

	/**
	 * Makes sure that no cell would be a formula when a spreadsheet opens a list of these
	 * organizations.
	 * @throws SheetRefused when one would
	 */
	public static void refuseFormulas(Header header, SheetRow row) {
		for (int i = 0; i < row.cells().size(); i++) {
			String cell = row.cell(i);
			if (Formula.isIn(cell) && !(Formula.isSigned(Words.trimmed(cell)) && header.isSigned(i))) {
				throw new SheetRefused(Reason.FORMULA, place(header, i, row.line()));
			}
		}
	}

	private static String place(Header header, int index, int line) {
		return ((index < header.names().size()) ? header.names().get(index) : String.valueOf(index + 1)) + " " + line;
	}

	/** What a row says, without asking whether it keeps the rules. */
	public static ReadRow parse(Header header, List<String> cells) {
		CellReading reading = new CellReading(header, cells);
		OrganizationDraft draft = draft(reading);
		String parentCode = reading.code(Column.PARENT);
		return new ReadRow(draft, parentCode, reading.problems());
	}

	/** What a row says, and all that is wrong with it. */
	public ReadRow read(Header header, List<String> cells) {
		ReadRow parsed = parse(header, cells);
		List<RowProblem> problems = new ArrayList<>(parsed.problems());
		this.validator.validate(parsed.draft())
			.stream()
			.map(Violations::problem)
			.filter((problem) -> !parsed.isWrongIn(problem.column()))
			.forEach(problems::add);
		if (parsed.draft().knownTier().isEmpty() && problems.stream().noneMatch(RowReader::concernsTier)) {
			problems.add(new RowProblem(Column.TIER, "tier-needed", parsed.draft().type()));
		}
		problems.sort(Comparator.comparing(RowProblem::column));
		return new ReadRow(parsed.draft(), parsed.parentCode(), problems);
	}

	private static boolean concernsTier(RowProblem problem) {
		return problem.column() == Column.TIER || problem.column() == Column.TYPE;
	}

	/** What is missing is found by the validator, as in a request. */
	@SuppressWarnings("NullAway")
	private static OrganizationDraft draft(CellReading cells) {
		return new OrganizationDraft(cells.text(Column.NAME), cells.text(Column.SHORT_NAME), cells.code(Column.TYPE),
				cells.tier(), cells.code(Column.CREDIT_CODE), cells.code(Column.INSTITUTION_CODE),
				cells.code(Column.REGION_CODE), null, cells.text(Column.ADDRESS), coordinates(cells), cells.phone(),
				cells.integer(Column.BEDS), cells.text(Column.HOSPITAL_GRADE), cells.date(Column.OPENED_ON),
				cells.date(Column.CLOSED_ON));
	}

	@SuppressWarnings("NullAway")
	private static @Nullable Coordinates coordinates(CellReading cells) {
		Double latitude = cells.decimal(Column.LATITUDE);
		Double longitude = cells.decimal(Column.LONGITUDE);
		return (latitude != null || longitude != null) ? new Coordinates(latitude, longitude) : null;
	}

}
