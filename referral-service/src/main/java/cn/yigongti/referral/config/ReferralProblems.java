package cn.yigongti.referral.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import cn.yigongti.platform.problem.InvalidInput;
import cn.yigongti.platform.problem.NotFound;
import cn.yigongti.platform.problem.Problems;
import cn.yigongti.referral.application.DuplicateReferral;
import cn.yigongti.referral.application.RelationMissing;
import cn.yigongti.referral.course.IllegalTransition;
import cn.yigongti.referral.hisevent.EventIdReused;
import cn.yigongti.referral.hisevent.ItemProblems;
import cn.yigongti.referral.referral.NotAmendable;
import cn.yigongti.referral.referral.WrongSide;
import cn.yigongti.referral.relation.RelationExists;
import cn.yigongti.referral.relation.TypeAgainstTier;
import jakarta.validation.ConstraintViolationException;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What this service's domain refuses, as problems. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ReferralProblems implements ItemProblems {

	private final Problems problems;

	ReferralProblems(Problems problems) {
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
	ResponseEntity<ProblemDetail> duplicate(DuplicateReferral ex) {
		Map<String, Object> members = new LinkedHashMap<>();
		ex.open().ifPresent((id) -> members.put("openReferral", Map.of("id", id, "href", "/api/v1/referrals/" + id)));
		return this.problems.of(HttpStatus.CONFLICT, "duplicate-referral", members);
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> missing(RelationMissing ex) {
		return this.problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "relation-missing");
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> againstTier(TypeAgainstTier ex) {
		return this.problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "type-against-tier", ex.given(), ex.agreeing());
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> exists(RelationExists ex) {
		return this.problems.of(HttpStatus.CONFLICT, "relation-exists");
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> reused(EventIdReused ex) {
		return this.problems.of(HttpStatus.CONFLICT, "event-id-reused");
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> notAmendable(NotAmendable ex) {
		return this.problems.of(HttpStatus.CONFLICT, "not-amendable", ex.status());
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> wrongSide(WrongSide ex) {
		return this.problems.of(HttpStatus.FORBIDDEN, "wrong-side");
	}

	@Override
	public ProblemDetail explain(RuntimeException failure) {
		ResponseEntity<ProblemDetail> answer = switch (failure) {
			case IllegalTransition ex -> illegal(ex);
			case EventIdReused ex -> reused(ex);
			case NotFound _ -> this.problems.of(HttpStatus.NOT_FOUND, "not-found");
			case InvalidInput ex -> this.problems.ofFields(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", ex.problems());
			case ConstraintViolationException ex ->
				this.problems.ofViolations(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", ex.getConstraintViolations());
			default -> throw failure;
		};
		return Objects.requireNonNull(answer.getBody());
	}

}
