package cn.yigongti.org.organizationimport.web;

import java.util.Optional;

import cn.yigongti.org.organizationimport.Failure;
import cn.yigongti.org.organizationimport.OrganizationImport;
import cn.yigongti.org.organizationimport.Tally;
import cn.yigongti.org.organizationimport.row.ImportRow;
import cn.yigongti.org.organizationimport.row.RowOutcome;
import cn.yigongti.org.organizationimport.row.RowProblem;
import cn.yigongti.platform.problem.Problems;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Tells of imports in the reader's language. */
@Component
class ImportResponses {

	private final MessageSource messages;

	private final Problems problems;

	ImportResponses(MessageSource messages, Problems problems) {
		this.messages = messages;
		this.problems = problems;
	}

	ImportResponse of(OrganizationImport told) {
		Tally tally = told.tally();
		return new ImportResponse(told.id(), told.state(), told.options().partial(), told.options().dryRun(),
				told.fileName(), told.fileSize(), told.dialect().format(), told.dialect().encoding(), tally.rows(),
				tally.checked(), tally.accepted(), tally.rejected(), tally.unchanged(), tally.applied(),
				told.submittedBy(), told.createdAt(), told.startedAt(), told.finishedAt(), told.forgottenAt(),
				Optional.ofNullable(told.failure()).map(this::failure).orElse(null));
	}

	private ImportResponse.FailureBody failure(Failure failure) {
		String key = "problem." + failure.code();
		String title = this.messages.getMessage(key + ".title", null, LocaleContextHolder.getLocale());
		return new ImportResponse.FailureBody(failure.code(),
				Optional
					.ofNullable(this.messages.getMessage(key + ".detail", failure.arguments().toArray(), title,
							LocaleContextHolder.getLocale()))
					.orElse(title));
	}

	RowResponse of(ImportRow row) {
		boolean registered = row.outcome() == RowOutcome.APPLIED || row.outcome() == RowOutcome.UNCHANGED;
		return new RowResponse(row.line(), row.outcome(), row.name(), row.institutionCode(),
				registered ? row.organizationId() : null, row.problems().stream().map(this::error).toList());
	}

	private RowResponse.CellError error(RowProblem problem) {
		return new RowResponse.CellError(problem.column().header(), problem.code(),
				this.problems.textOf(problem.field()));
	}

}
