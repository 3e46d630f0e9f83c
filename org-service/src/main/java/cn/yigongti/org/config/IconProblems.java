package cn.yigongti.org.config;

import java.util.HashMap;
import java.util.Map;

import cn.yigongti.org.systemconfig.icon.image.ImageRefused;
import cn.yigongti.org.systemconfig.icon.image.ImageRefused.Reason;
import cn.yigongti.platform.problem.Problems;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * What a client hears when an image is not taken: why and, in {@code name} and
 * {@code line}, what is to blame.
 */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class IconProblems {

	private final Problems problems;

	IconProblems(Problems problems) {
		this.problems = problems;
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> imageRefused(ImageRefused ex) {
		HttpStatus status = (ex.reason() == Reason.UNSUPPORTED_IMAGE) ? HttpStatus.UNSUPPORTED_MEDIA_TYPE
				: HttpStatus.UNPROCESSABLE_CONTENT;
		Map<String, Object> blamed = new HashMap<>();
		Integer line = ex.line();
		if (line != null) {
			blamed.put("line", line);
		}
		if (!ex.name().isEmpty()) {
			blamed.put("name", ex.name());
		}
		return this.problems.of(status, ex.reason().code(), blamed, ex.name(), (line != null) ? line.toString() : "?");
	}

}
