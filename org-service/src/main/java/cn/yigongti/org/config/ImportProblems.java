package cn.yigongti.org.config;

import java.util.List;

import cn.yigongti.org.organizationimport.submission.KeyReused;
import cn.yigongti.org.organizationimport.submission.SubmissionInProgress;
import cn.yigongti.org.organizationimport.row.HeaderRefused;
import cn.yigongti.org.organizationimport.sheet.SheetRefused;
import cn.yigongti.org.organizationimport.sheet.SheetRefused.Reason;
import cn.yigongti.platform.problem.FieldProblem;
import cn.yigongti.platform.problem.Problems;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

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

	@ExceptionHandler
	ResponseEntity<ProblemDetail> partMissing(MissingServletRequestPartException ex) {
		return this.problems.ofFields(HttpStatus.UNPROCESSABLE_CONTENT, "invalid",
				List.of(new FieldProblem("/" + ex.getRequestPartName(), "required")));
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> malformedUpload(MultipartException ex) {
		return (ex instanceof MaxUploadSizeExceededException)
				? this.problems.of(HttpStatus.CONTENT_TOO_LARGE, "too-large")
				: this.problems.of(HttpStatus.BAD_REQUEST, "malformed");
	}

}
