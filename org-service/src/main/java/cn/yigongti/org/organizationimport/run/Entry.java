package cn.yigongti.org.organizationimport.run;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import cn.yigongti.org.organization.OrganizationDraft;
import cn.yigongti.org.organizationimport.row.Column;
import cn.yigongti.org.organizationimport.row.ReadRow;
import cn.yigongti.org.organizationimport.row.RowProblem;
import org.jspecify.annotations.Nullable;

/** A row that is being looked at. */
record Entry(int line, ReadRow row) {

	OrganizationDraft draft() {
		return this.row.draft();
	}

	Optional<String> institutionCode() {
		return soundly(Column.INSTITUTION_CODE, this.row.draft().institutionCode());
	}

	Optional<String> creditCode() {
		return soundly(Column.CREDIT_CODE, this.row.draft().creditCode());
	}

	Optional<String> parentCode() {
		return soundly(Column.PARENT, this.row.parentCode());
	}

	private Optional<String> soundly(Column column, @Nullable String code) {
		return this.row.isWrongIn(column) ? Optional.empty() : Optional.ofNullable(code);
	}

	Entry with(List<RowProblem> further) {
		return new Entry(this.line, new ReadRow(this.row.draft(), this.row.parentCode(),
				Stream.concat(this.row.problems().stream(), further.stream()).toList()));
	}

}
