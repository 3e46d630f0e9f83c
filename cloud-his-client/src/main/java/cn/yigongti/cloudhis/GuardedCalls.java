package cn.yigongti.cloudhis;

import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.Objects;
import java.util.function.Supplier;

import cn.yigongti.cloudhis.CloudHisUnavailable.Reason;
import cn.yigongti.platform.outbound.AddressRefused;
import cn.yigongti.platform.outbound.call.AnswerTooLarge;
import feign.FeignException;
import feign.RetryableException;
import feign.codec.DecodeException;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;

/**
 * Runs calls within limits of number, each HIS with its own, so that one which is down
 * takes nothing from the others. Order from the outside: retry, breaker, bulkhead; the
 * client below limits the time of each attempt.
 */
class GuardedCalls {

	private final CircuitBreakerRegistry breakers;

	private final BulkheadRegistry bulkheads;

	private final Retry retry;

	GuardedCalls(CloudHisProperties properties) {
		this.breakers = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
			.slidingWindowSize(properties.failuresToSuspend())
			.minimumNumberOfCalls(properties.failuresToSuspend())
			.waitDurationInOpenState(properties.suspension())
			.permittedNumberOfCallsInHalfOpenState(2)
			.ignoreException(GuardedCalls::saysNothingOfItsHealth)
			.build());
		this.bulkheads = BulkheadRegistry
			.of(BulkheadConfig.custom().maxConcurrentCalls(properties.concurrentCalls()).build());
		this.retry = Retry.of("cloud-his",
				RetryConfig.custom()
					.maxAttempts(properties.attempts())
					.intervalFunction(IntervalFunction.ofExponentialRandomBackoff(properties.firstBackOff()))
					.retryOnException((failure) -> failure instanceof CloudHisUnavailable his && his.isPassing())
					.build());
	}

	CircuitBreakerRegistry breakers() {
		return this.breakers;
	}

	<T> T call(URI his, Supplier<T> request) {
		return this.retry.executeSupplier(() -> callOnce(his, request));
	}

	/** Without repetitions, for when somebody waits. */
	<T> T callOnce(URI his, Supplier<T> request) {
		String name = Objects.requireNonNull(his.getAuthority(), "a HIS address needs a host");
		CircuitBreaker breaker = this.breakers.circuitBreaker(name);
		Bulkhead bulkhead = this.bulkheads.bulkhead(name);
		try {
			return breaker.executeSupplier(() -> bulkhead.executeSupplier(request));
		}
		catch (RuntimeException ex) {
			throw new CloudHisUnavailable(his, reasonOf(ex), ex);
		}
	}

	private static boolean saysNothingOfItsHealth(Throwable failure) {
		return switch (reasonOf(failure)) {
			case NOT_ALLOWED, REFUSED, NOT_SUPPORTED, BUSY -> true;
			case UNREACHABLE, TIMED_OUT, FAILED, UNREADABLE, SUSPENDED -> false;
		};
	}

	private static Reason reasonOf(Throwable failure) {
		return switch (failure) {
			case AddressRefused _ -> Reason.NOT_ALLOWED;
			case CallNotPermittedException _ -> Reason.SUSPENDED;
			case BulkheadFullException _ -> Reason.BUSY;
			case DecodeException _ -> Reason.UNREADABLE;
			case RetryableException retryable when retryable.getCause() instanceof SocketTimeoutException ->
				Reason.TIMED_OUT;
			case RetryableException retryable when retryable.getCause() instanceof AnswerTooLarge -> Reason.UNREADABLE;
			case RetryableException _ -> Reason.UNREACHABLE;
			case FeignException answer when answer.status() == 429 || answer.status() >= 500 -> Reason.FAILED;
			case FeignException answer when answer.status() >= 300 -> Reason.REFUSED;
			default -> Reason.UNREADABLE;
		};
	}

}
