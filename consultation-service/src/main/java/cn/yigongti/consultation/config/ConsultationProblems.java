package cn.yigongti.consultation.config;

import java.util.Map;
import java.util.stream.Collectors;

import cn.yigongti.consultation.consultation.AlreadyClaimed;
import cn.yigongti.consultation.consultation.IllegalTransition;
import cn.yigongti.consultation.consultation.NoCriticalValue;
import cn.yigongti.consultation.consultation.NotAmendable;
import cn.yigongti.consultation.consultation.WrongSide;
import cn.yigongti.consultation.conversion.AlreadyReferred;
import cn.yigongti.consultation.conversion.NotReported;
import cn.yigongti.consultation.conversion.ReferralRefused;
import cn.yigongti.consultation.delivery.NotRedeliverable;
import cn.yigongti.consultation.handling.NotAReportingDoctor;
import cn.yigongti.consultation.report.AlreadyReviewed;
import cn.yigongti.consultation.report.ReportIdReused;
import cn.yigongti.consultation.report.SelfReview;
import cn.yigongti.consultation.submission.RelationMissing;
import cn.yigongti.platform.problem.Problems;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What consultations refuse, as problems. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ConsultationProblems {

	private final Problems problems;

	ConsultationProblems(Problems problems) {
		this.problems = problems;
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> illegal(IllegalTransition ex) {
		String legal = ex.legal().stream().sorted().map(Enum::name).collect(Collectors.joining(", "));
		return this.problems.of(HttpStatus.CONFLICT, "illegal-transition",
				Map.of("currentStatus", ex.from(), "legal", ex.legal().stream().sorted().toList()), ex.from(),
				legal.isEmpty() ? "-" : legal);
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> notAmendable(NotAmendable ex) {
		return this.problems.of(HttpStatus.CONFLICT, "not-amendable", ex.status());
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> claimed(AlreadyClaimed ex) {
		return this.problems.of(HttpStatus.CONFLICT, "already-claimed");
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> noCriticalValue(NoCriticalValue ex) {
		return this.problems.of(HttpStatus.CONFLICT, "no-critical-value");
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> wrongSide(WrongSide ex) {
		return this.problems.of(HttpStatus.FORBIDDEN, "wrong-side");
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> missing(RelationMissing ex) {
		return this.problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "relation-missing");
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> reused(ReportIdReused ex) {
		return this.problems.of(HttpStatus.CONFLICT, "report-id-reused");
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> reviewed(AlreadyReviewed ex) {
		return this.problems.of(HttpStatus.CONFLICT, "already-reviewed");
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> selfReview(SelfReview ex) {
		return this.problems.of(HttpStatus.CONFLICT, "self-review");
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> noDoctor(NotAReportingDoctor ex) {
		return this.problems.of(HttpStatus.FORBIDDEN, "not-a-reporting-doctor");
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> notReported(NotReported ex) {
		return this.problems.of(HttpStatus.CONFLICT, "not-reported");
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> referred(AlreadyReferred ex) {
		return this.problems.of(HttpStatus.CONFLICT, "already-referred",
				Map.of("referral", Map.of("id", ex.referralId(), "href", "/api/v1/referrals/" + ex.referralId())));
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> refused(ReferralRefused ex) {
		return this.problems.of(ex.isConflict() ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT,
				"referral-refused", Map.of("refusal", ex.refusal()), ex.refusal());
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> notRedeliverable(NotRedeliverable ex) {
		return this.problems.of(HttpStatus.CONFLICT, "not-redeliverable", ex.state());
	}

}
