package cn.yigongti.org.organizationimport.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import cn.yigongti.org.organizationimport.OrganizationImport;
import cn.yigongti.org.organizationimport.row.Header;
import cn.yigongti.org.organizationimport.row.ImportRow;
import cn.yigongti.org.organizationimport.row.ImportRows;
import cn.yigongti.org.organizationimport.row.RowProblem;
import cn.yigongti.org.organizationimport.sheet.SheetWriter;
import cn.yigongti.org.organizationimport.sheet.format.SheetFiles;
import cn.yigongti.platform.problem.Problems;

import org.springframework.stereotype.Component;

/**
 * Writes a file as it was given, and beside each row what became of it and why. It can be
 * corrected and handed in again. Rows are read in portions, each in a moment, so that a
 * slow reader holds no connection of the database.
 */
@Component
public class WriteReport {

	private static final int PORTION = 1_000;

	private final ImportRows rows;

	private final Problems problems;

	WriteReport(ImportRows rows, Problems problems) {
		this.rows = rows;
		this.problems = problems;
	}

	public void write(OrganizationImport reported, OutputStream out) throws IOException {
		try (SheetWriter writer = SheetFiles.write(out, reported.dialect(), Template.SHEET)) {
			List<String> names = reported.header();
			writer.row(with(Header.withoutReport(names, names), Header.REPORT_COLUMNS));
			List<ImportRow> portion = this.rows.below(reported.id(), 0, PORTION);
			while (!portion.isEmpty()) {
				for (ImportRow row : portion) {
					writer.row(with(Header.withoutReport(names, row.cells()), verdict(row)));
				}
				portion = this.rows.below(reported.id(), portion.getLast().line(), PORTION);
			}
		}
	}

	private static List<String> with(List<String> cells, List<String> further) {
		List<String> all = new ArrayList<>(cells);
		all.addAll(further);
		return all;
	}

	private List<String> verdict(ImportRow row) {
		return List.of(row.outcome().label(), row.problems().stream().map(this::text).collect(Collectors.joining("；")));
	}

	private String text(RowProblem problem) {
		return problem.column().header() + "：" + this.problems.textOf(problem.field());
	}

}
