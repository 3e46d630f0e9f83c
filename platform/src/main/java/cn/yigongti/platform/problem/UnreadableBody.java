package cn.yigongti.platform.problem;

import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;

/** Says what is wrong with a body that could not be read, without repeating any of it. */
final class UnreadableBody {

	private UnreadableBody() {
	}

	static ResponseEntity<ProblemDetail> of(HttpMessageNotReadableException ex, Problems problems) {
		Throwable cause = ex.getMostSpecificCause();
		if (cause instanceof BodyTooLarge) {
			return problems.of(HttpStatus.CONTENT_TOO_LARGE, "too-large");
		}
		JacksonException parse = jackson(ex);
		if (parse instanceof UnrecognizedPropertyException) {
			return problems.ofFields(HttpStatus.BAD_REQUEST, "unknown-field",
					List.of(new FieldProblem(pointer(parse), "unknown-field")));
		}
		if (parse instanceof DatabindException && !parse.getPath().isEmpty()) {
			return problems.ofFields(HttpStatus.BAD_REQUEST, "malformed",
					List.of(new FieldProblem(pointer(parse), "type-mismatch")));
		}
		return problems.of(HttpStatus.BAD_REQUEST, "malformed");
	}

	private static @Nullable JacksonException jackson(Throwable ex) {
		for (Throwable cause = ex; cause != null; cause = cause.getCause()) {
			if (cause instanceof JacksonException jackson) {
				return jackson;
			}
		}
		return null;
	}

	private static String pointer(JacksonException ex) {
		return ex.getPath()
			.stream()
			.map((step) -> "/" + ((step.getPropertyName() != null) ? step.getPropertyName() : step.getIndex()))
			.collect(Collectors.joining());
	}

}
