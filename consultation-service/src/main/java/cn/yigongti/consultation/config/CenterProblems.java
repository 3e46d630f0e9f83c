package cn.yigongti.consultation.config;

import cn.yigongti.consultation.center.CenterExists;
import cn.yigongti.consultation.center.CenterLimit;
import cn.yigongti.consultation.relation.RelationExists;
import cn.yigongti.platform.problem.Problems;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What centres and relations refuse, as problems. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class CenterProblems {

	private final Problems problems;

	CenterProblems(Problems problems) {
		this.problems = problems;
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> limit(CenterLimit ex) {
		return this.problems.of(HttpStatus.CONFLICT, "centre-limit");
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> exists(CenterExists ex) {
		return this.problems.of(HttpStatus.CONFLICT, "center-exists");
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> exists(RelationExists ex) {
		return this.problems.of(HttpStatus.CONFLICT, "relation-exists");
	}

}
