package cn.yigongti.consultation.config;

import java.util.Map;

import cn.yigongti.consultation.attachment.AttachmentTooLarge;
import cn.yigongti.consultation.attachment.AttachmentsClosed;
import cn.yigongti.consultation.attachment.DuplicateAttachment;
import cn.yigongti.consultation.attachment.RangeNotSatisfiable;
import cn.yigongti.consultation.attachment.TooManyAttachments;
import cn.yigongti.consultation.attachment.format.UnsupportedFile;
import cn.yigongti.platform.problem.Problems;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What attachments refuse, as problems. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class AttachmentProblems {

	private final Problems problems;

	AttachmentProblems(Problems problems) {
		this.problems = problems;
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> closed(AttachmentsClosed ex) {
		return this.problems.of(HttpStatus.CONFLICT, "attachments-closed", ex.status());
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> tooMany(TooManyAttachments ex) {
		return this.problems.of(HttpStatus.CONFLICT, "attachment-limit", ex.limit());
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> duplicate(DuplicateAttachment ex) {
		return this.problems.of(HttpStatus.CONFLICT, "duplicate-attachment", Map.of("attachmentId", ex.first()));
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> tooLarge(AttachmentTooLarge ex) {
		return this.problems.of(HttpStatus.CONTENT_TOO_LARGE, "attachment-too-large", ex.format(),
				ex.limit().toMegabytes());
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> unsupported(UnsupportedFile ex) {
		return this.problems.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported-file");
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> beyondTheEnd(RangeNotSatisfiable ex) {
		ResponseEntity<ProblemDetail> answer = this.problems.of(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE,
				"range-not-satisfiable", ex.sizeBytes());
		return ResponseEntity.status(answer.getStatusCode())
			.headers(answer.getHeaders())
			.header(HttpHeaders.CONTENT_RANGE, "bytes */" + ex.sizeBytes())
			.body(answer.getBody());
	}

}
