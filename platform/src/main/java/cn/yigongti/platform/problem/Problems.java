package cn.yigongti.platform.problem;

import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import jakarta.validation.ConstraintViolation;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Makes problem details. Texts are messages {@code problem.<code>.title} and, if there is
 * more to say, {@code problem.<code>.detail}; a code without texts is a mistake that
 * shows as its bare code.
 */
public class Problems {

	/**
	 * Request attribute: the code of the problem it was answered with, and its arguments.
	 */
	public static final String ANSWERED = Problems.class.getName() + ".answered";

	private final MessageSource messages;

	private final Tracer tracer;

	private final LocaleResolver locales;

	public Problems(MessageSource messages, Tracer tracer, LocaleResolver locales) {
		this.messages = messages;
		this.tracer = tracer;
		this.locales = locales;
	}

	public ResponseEntity<ProblemDetail> of(HttpStatusCode status, String code, Object... arguments) {
		return answer(detail(status, code, List.of(arguments)));
	}

	/** The same with further members, for example a link to what stands in the way. */
	public ResponseEntity<ProblemDetail> of(HttpStatusCode status, String code, Map<String, Object> members,
			Object... arguments) {
		ProblemDetail problem = detail(status, code, List.of(arguments));
		members.forEach(problem::setProperty);
		return answer(problem);
	}

	/** A problem that names the fields which are wrong, in {@code errors}. */
	public ResponseEntity<ProblemDetail> ofFields(HttpStatusCode status, String code, List<FieldProblem> fields) {
		ProblemDetail problem = detail(status, code, List.of());
		problem.setProperty("errors", fields.stream().map(this::errorOf).toList());
		return answer(problem);
	}

	/** The same for constraints that a body violates. */
	public ResponseEntity<ProblemDetail> ofViolations(HttpStatusCode status, String code,
			Collection<? extends ConstraintViolation<?>> violations) {
		ProblemDetail problem = detail(status, code, List.of());
		problem.setProperty("errors", violations.stream().map(this::errorOf).toList());
		return answer(problem);
	}

	/** The entry of {@code errors} for a field, where an answer lists them by item. */
	public FieldError errorOf(FieldProblem field) {
		return new FieldError(field.pointer(), field.code(), textOf(field));
	}

	/** The same for a constraint that a part of the body violates. */
	public FieldError errorOf(ConstraintViolation<?> violation) {
		return ViolatedFields.of(violation);
	}

	/** The text of a field problem in the language of the request. */
	public String textOf(FieldProblem field) {
		String text = message("field." + field.code(), field.arguments());
		return (text != null) ? text : field.code();
	}

	ProblemDetail detail(HttpStatusCode status, String code, List<Object> arguments) {
		ProblemDetail problem = ProblemDetail.forStatus(status);
		String title = message("problem." + code + ".title", arguments);
		String detail = message("problem." + code + ".detail", arguments);
		problem.setType(URI.create("urn:yigongti:problem:" + code));
		problem.setTitle((title != null) ? title : code);
		problem.setDetail((detail != null) ? detail : problem.getTitle());
		if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request) {
			problem.setInstance(URI.create(request.getRequest().getRequestURI()));
			request.getRequest().setAttribute(ANSWERED, arguments.isEmpty() ? code : code + " " + arguments);
		}
		problem.setProperty("code", code);
		problem.setProperty("traceId", traceId());
		return problem;
	}

	static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
		return ResponseEntity.status(problem.getStatus()).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
	}

	private @Nullable String message(String key, List<Object> arguments) {
		return this.messages.getMessage(key, arguments.toArray(), null, locale());
	}

	/** Also outside of the dispatcher servlet, where no locale is set yet. */
	private Locale locale() {
		return (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request)
				? this.locales.resolveLocale(request.getRequest()) : LocaleContextHolder.getLocale();
	}

	private String traceId() {
		Span span = this.tracer.currentSpan();
		return (span != null) ? span.context().traceId() : "";
	}

}
