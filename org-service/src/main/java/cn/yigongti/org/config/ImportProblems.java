package cn.yigongti.org.config;

import cn.yigongti.org.organizationimport.row.HeaderRefused;
import cn.yigongti.org.organizationimport.sheet.SheetRefused;
import cn.yigongti.org.organizationimport.sheet.SheetRefused.Reason;
import cn.yigongti.org.organizationimport.submission.KeyReused;
import cn.yigongti.org.organizationimport.submission.SubmissionInProgress;
import cn.yigongti.platform.problem.Problems;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What a client hears when a file is not taken in. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ImportProblems {

	private final Problems problems;

	ImportProblems(Problems problems) {
		this.problems = problems;
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> sheetRefused(SheetRefused ex) {
		HttpStatus status = (ex.reason() == Reason.UNSUPPORTED_FILE) ? HttpStatus.UNSUPPORTED_MEDIA_TYPE
				: HttpStatus.UNPROCESSABLE_CONTENT;
		return this.problems.of(status, ex.reason().code(), ex.arguments().toArray());
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> headerRefused(HeaderRefused ex) {
		return this.problems.ofFields(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-header", ex.problems());
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> keyReused(KeyReused ex) {
		return this.problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "idempotency-key-reused");
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> inProgress(SubmissionInProgress ex) {
		return this.problems.of(HttpStatus.CONFLICT, "request-in-progress");
	}

}
