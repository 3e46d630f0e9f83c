package cn.yigongti.platform.problem;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import cn.yigongti.platform.accesschange.TokenOutdated;
import cn.yigongti.platform.remote.DependencyUnavailable;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolationException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestValueException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns what the frameworks throw, and what is shared by all services, into problems. */
@RestControllerAdvice
public class FrameworkProblems extends ResponseEntityExceptionHandler {

	private static final Logger log = LoggerFactory.getLogger(FrameworkProblems.class);

	private final Problems problems;

	public FrameworkProblems(Problems problems) {
		this.problems = problems;
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> refused(ProblemException ex) {
		return Problems.answer(this.problems.detail(ex.status(), ex.code(), ex.arguments()));
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> invalid(InvalidInput ex) {
		return this.problems.ofFields(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", ex.problems());
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> invalid(ConstraintViolationException ex) {
		return this.problems.ofViolations(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", ex.getConstraintViolations());
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> invalid(InvalidParameter ex) {
		return parameter(ex.problem());
	}

	/** A query that is no UTF-8, or no query at all. */
	@ExceptionHandler
	ResponseEntity<ProblemDetail> undecodable(InvalidParameterException ex) {
		return this.problems.of(HttpStatus.BAD_REQUEST, "malformed");
	}

	/** Of uploads; one that is too large is answered like any such body. */
	@ExceptionHandler
	ResponseEntity<ProblemDetail> malformed(MultipartException ex) {
		return this.problems.of(HttpStatus.BAD_REQUEST, "malformed");
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> notFound(NotFound ex, HttpServletRequest request) {
		if (ex instanceof OutOfScope) {
			request.setAttribute(OutOfScope.ANSWERED, true);
		}
		return this.problems.of(HttpStatus.NOT_FOUND, "not-found");
	}

	/** Where a body is read without a message converter, which would wrap this. */
	@ExceptionHandler
	ResponseEntity<ProblemDetail> tooLarge(BodyTooLarge ex) {
		return this.problems.of(HttpStatus.CONTENT_TOO_LARGE, "too-large");
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> unauthorized(AuthenticationException ex) {
		return unauthorized("unauthorized", "Bearer");
	}

	/** The code tells clients to refresh their token and go on. */
	@ExceptionHandler
	ResponseEntity<ProblemDetail> outdated(TokenOutdated ex) {
		return unauthorized("token-outdated", "Bearer error=\"invalid_token\"");
	}

	private ResponseEntity<ProblemDetail> unauthorized(String code, String challenge) {
		ProblemDetail body = this.problems.detail(HttpStatus.UNAUTHORIZED, code, List.of());
		return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
			.header(HttpHeaders.WWW_AUTHENTICATE, challenge)
			.body(body);
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> forbidden(AccessDeniedException ex) {
		return this.problems.of(HttpStatus.FORBIDDEN, "permission-missing", "-");
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> lostRace(OptimisticLockingFailureException ex, HttpServletRequest request) {
		return (request.getHeader(HttpHeaders.IF_MATCH) != null)
				? this.problems.of(HttpStatus.PRECONDITION_FAILED, "stale-version")
				: this.problems.of(HttpStatus.CONFLICT, "concurrent-change");
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> lostRace(PessimisticLockingFailureException ex) {
		return this.problems.of(HttpStatus.CONFLICT, "concurrent-change");
	}

	@ExceptionHandler({ DataAccessResourceFailureException.class, CannotCreateTransactionException.class })
	ResponseEntity<ProblemDetail> databaseDown(RuntimeException ex) {
		log.error("database not reachable: {}", ex.getMessage());
		return unavailable();
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> dependencyDown(DependencyUnavailable ex) {
		log.warn("{} not available", ex.service(), ex);
		return unavailable();
	}

	private ResponseEntity<ProblemDetail> unavailable() {
		HttpStatus status = HttpStatus.SERVICE_UNAVAILABLE;
		return ResponseEntity.status(status)
			.header(HttpHeaders.RETRY_AFTER, "5")
			.body(this.problems.detail(status, "dependency-unavailable", List.of()));
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> unexpected(Exception ex) {
		log.error("unexpected failure", ex);
		return this.problems.of(HttpStatus.INTERNAL_SERVER_ERROR, "internal-error");
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(MethodArgumentNotValidException ex,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		boolean body = ex.getParameter().hasParameterAnnotation(RequestBody.class);
		return widen(fields(body ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.BAD_REQUEST,
				ex.getAllErrors().stream().map((error) -> ViolatedFields.of(error, this.problems)).toList()));
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
			HandlerMethodValidationException ex, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		// a body is called invalid only when the parameters beside it are sound
		List<ParameterValidationResult> ofParameters = ex.getParameterValidationResults()
			.stream()
			.filter((result) -> !result.getMethodParameter().hasParameterAnnotation(RequestBody.class))
			.toList();
		return widen(
				ofParameters.isEmpty() ? ofResults(HttpStatus.UNPROCESSABLE_CONTENT, ex.getParameterValidationResults())
						: ofResults(HttpStatus.BAD_REQUEST, ofParameters));
	}

	private ResponseEntity<ProblemDetail> ofResults(HttpStatus status, Collection<ParameterValidationResult> results) {
		return fields(status,
				results.stream()
					.flatMap((result) -> result.getResolvableErrors()
						.stream()
						.map((error) -> ViolatedFields.of(result.getMethodParameter(), error, this.problems)))
					.toList());
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleTypeMismatch(TypeMismatchException ex, HttpHeaders headers,
			HttpStatusCode status, WebRequest request) {
		if (ex instanceof MethodArgumentTypeMismatchException mismatch
				&& mismatch.getParameter().hasParameterAnnotation(PathVariable.class)) {
			return widen(this.problems.of(HttpStatus.NOT_FOUND, "not-found"));
		}
		String name = Optional.ofNullable(ex.getPropertyName()).orElse("");
		return widen(parameter(new FieldProblem("/" + name, "type-mismatch")));
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleServletRequestBindingException(ServletRequestBindingException ex,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		String name = (ex instanceof MissingRequestValueException missing) ? missing.getBody().getDetail() : null;
		return widen(parameter(new FieldProblem("", "required", Optional.ofNullable(name).orElse(""))));
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
			org.springframework.web.bind.MissingServletRequestParameterException ex, HttpHeaders headers,
			HttpStatusCode status, WebRequest request) {
		return widen(parameter(new FieldProblem("/" + ex.getParameterName(), "required")));
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleMissingServletRequestPart(MissingServletRequestPartException ex,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		return widen(this.problems.ofFields(HttpStatus.UNPROCESSABLE_CONTENT, "invalid",
				List.of(new FieldProblem("/" + ex.getRequestPartName(), "required"))));
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(HttpMessageNotReadableException ex,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		return widen(UnreadableBody.of(ex, this.problems));
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleExceptionInternal(Exception ex, @Nullable Object body,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		ProblemDetail problem = this.problems.detail(status, codeOf(status), List.of());
		return ResponseEntity.status(status).headers(headers).body(problem);
	}

	private static String codeOf(HttpStatusCode status) {
		HttpStatus known = HttpStatus.resolve(status.value());
		if (known == HttpStatus.CONTENT_TOO_LARGE) {
			return "too-large";
		}
		return (known != null) ? known.getReasonPhrase().toLowerCase(Locale.ROOT).replace(' ', '-') : "error";
	}

	private ResponseEntity<ProblemDetail> parameter(FieldProblem problem) {
		return this.problems.ofFields(HttpStatus.BAD_REQUEST, "invalid-parameter", List.of(problem));
	}

	private ResponseEntity<ProblemDetail> fields(HttpStatus status, List<FieldError> errors) {
		String code = (status == HttpStatus.BAD_REQUEST) ? "invalid-parameter" : "invalid";
		ProblemDetail problem = this.problems.detail(status, code, List.of());
		problem.setProperty("errors", errors);
		return Problems.answer(problem);
	}

	@SuppressWarnings("unchecked") // a ProblemDetail is an Object
	private static ResponseEntity<Object> widen(ResponseEntity<?> response) {
		return (ResponseEntity<Object>) response;
	}

}
