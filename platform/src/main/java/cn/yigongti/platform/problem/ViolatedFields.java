package cn.yigongti.platform.problem;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.validation.ConstraintViolation;

import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.MethodParameter;
import org.springframework.validation.ObjectError;

/**
 * Names violated constraints the way clients see them: {@code patient.idNumber} is
 * {@code /patient/idNumber}, {@code NotBlank} is {@code not-blank}, and a message
 * template {@code {field.check-digit}} is {@code check-digit}.
 */
final class ViolatedFields {

	private static final Pattern TEMPLATE = Pattern.compile("\\{field\\.([a-z0-9-]+)}");

	private ViolatedFields() {
	}

	static FieldError of(ConstraintViolation<?> violation) {
		return new FieldError(pointer(violation.getPropertyPath().toString()), code(violation), violation.getMessage());
	}

	static FieldError of(ObjectError error, Problems problems) {
		String path = (error instanceof org.springframework.validation.FieldError field) ? field.getField() : "";
		boolean unreadable = error instanceof org.springframework.validation.FieldError field
				&& field.isBindingFailure();
		if (unreadable) {
			FieldProblem mismatch = new FieldProblem(pointer(path), "type-mismatch");
			return new FieldError(mismatch.pointer(), mismatch.code(), problems.textOf(mismatch));
		}
		ConstraintViolation<?> violation = error.contains(ConstraintViolation.class)
				? error.unwrap(ConstraintViolation.class) : null;
		String code = (violation != null) ? code(violation) : "invalid";
		return new FieldError(pointer(path), code, Optional.ofNullable(error.getDefaultMessage()).orElse(code));
	}

	static FieldError of(MethodParameter parameter, MessageSourceResolvable error, Problems problems) {
		String name = Optional.ofNullable(parameter.getParameterName()).orElse("");
		if (error instanceof ObjectError object) {
			return of(object, problems);
		}
		String[] codes = error.getCodes();
		String code = (codes != null && codes.length > 0) ? kebab(codes[codes.length - 1]) : "invalid";
		return new FieldError("/" + name, code, Optional.ofNullable(error.getDefaultMessage()).orElse(code));
	}

	static String pointer(String path) {
		return path.isEmpty() ? "" : "/" + path.replace("].", "/").replace("]", "").replace('[', '/').replace('.', '/');
	}

	private static String code(ConstraintViolation<?> violation) {
		var template = TEMPLATE.matcher(violation.getMessageTemplate());
		return template.matches() ? template.group(1)
				: kebab(violation.getConstraintDescriptor().getAnnotation().annotationType().getSimpleName());
	}

	private static String kebab(String camel) {
		return camel.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
	}

}
