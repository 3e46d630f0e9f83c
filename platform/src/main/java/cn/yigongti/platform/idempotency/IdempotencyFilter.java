package cn.yigongti.platform.idempotency;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

import cn.yigongti.platform.crypto.KeyedHash;
import cn.yigongti.platform.problem.FieldProblem;
import cn.yigongti.platform.problem.InvalidParameter;
import cn.yigongti.platform.problem.ProblemException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * A POST with {@code Idempotency-Key} runs in one transaction together with the memory of
 * its answer: either both are there or neither is, whenever the process dies. The answer
 * leaves only after the commit.
 */
public class IdempotencyFilter extends OncePerRequestFilter {

	private static final String HEADER = "Idempotency-Key";

	private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

	private final RememberedAnswers answers;

	private final TransactionTemplate transactions;

	private final KeyedHash hash;

	private final HandlerExceptionResolver problems;

	public IdempotencyFilter(RememberedAnswers answers, TransactionTemplate transactions, KeyedHash hash,
			HandlerExceptionResolver problems) {
		this.answers = answers;
		this.transactions = transactions;
		this.hash = hash;
		this.problems = problems;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		String type = request.getContentType();
		return !HttpMethod.POST.matches(request.getMethod()) || request.getHeader(HEADER) == null
				|| SecurityContextHolder.getContext().getAuthentication() == null
				|| (type != null && type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE));
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
		try {
			String key = request.getHeader(HEADER);
			if (!KEY.matcher(key).matches()) {
				throw new InvalidParameter(new FieldProblem("/" + HEADER, "idempotency-key"));
			}
			RepeatableBody repeatable = new RepeatableBody(request);
			this.transactions.executeWithoutResult((status) -> run(key, repeatable, answer, chain, status));
		}
		catch (Exception ex) {
			answer.reset();
			if (this.problems.resolveException(request, answer, null, unwrap(ex)) == null) {
				throw ex;
			}
		}
		answer.copyBodyToResponse();
	}

	private void run(String key, RepeatableBody request, ContentCachingResponseWrapper response, FilterChain chain,
			TransactionStatus status) {
		String caller = callerName();
		String text = textOf(request);
		if (!this.answers.lock(caller, key)) {
			throw new ProblemException(HttpStatus.CONFLICT, "request-in-progress");
		}
		Optional<RememberedAnswer> first = this.answers.find(caller, key);
		if (first.isPresent() && !this.hash.matches(text, first.get().requestHash())) {
			throw new ProblemException(HttpStatus.UNPROCESSABLE_CONTENT, "idempotency-key-reused");
		}
		first.ifPresent((answer) -> request.setAttribute(RememberedAnswer.ATTRIBUTE, answer));
		handle(request, response, chain);
		if (first.isEmpty() && response.getStatus() < 400 && !status.isRollbackOnly()) {
			this.answers.remember(caller, key, answerOf(this.hash.of(text), response));
		}
		else if (response.getStatus() >= 500 || status.isRollbackOnly()) {
			status.setRollbackOnly();
		}
	}

	private static void handle(RepeatableBody request, ContentCachingResponseWrapper response, FilterChain chain) {
		try {
			chain.doFilter(request, response);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (ServletException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static RememberedAnswer answerOf(String requestHash, ContentCachingResponseWrapper response) {
		return new RememberedAnswer(requestHash, response.getStatus(), response.getHeader(HttpHeaders.LOCATION),
				response.getHeader(HttpHeaders.ETAG), response.getContentType(),
				new String(response.getContentAsByteArray(), StandardCharsets.UTF_8));
	}

	/** The caller is part of the key, method, path and query are part of the request. */
	private static String textOf(RepeatableBody request) {
		String line = request.getMethod() + " " + request.getRequestURI() + "?" + request.getQueryString() + "\n";
		return line + new String(request.bytes(), StandardCharsets.UTF_8);
	}

	private static String callerName() {
		Authentication caller = SecurityContextHolder.getContext().getAuthentication();
		return Objects.requireNonNull(caller).getName();
	}

	private static Exception unwrap(Exception ex) {
		return (ex instanceof UncheckedIOException || ex instanceof IllegalStateException)
				&& ex.getCause() instanceof Exception cause ? cause : ex;
	}

	@Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT10M")
	void forgetOld() {
		this.answers.forgetOld();
	}

}
