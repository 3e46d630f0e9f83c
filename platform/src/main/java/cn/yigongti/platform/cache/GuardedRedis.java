package cn.yigongti.platform.cache;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.task.TaskRejectedException;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.scheduling.TaskScheduler;

/**
 * Redis for those who can do without. Each command has the time limit of the client
 * ({@code spring.data.redis.timeout}); after a few failures Redis isn't asked but once a
 * second. Its first connection is made aside, because that has no such limit; the client
 * restores it by itself.
 */
final class GuardedRedis {

	private static final Logger log = LoggerFactory.getLogger(GuardedRedis.class);

	private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(1);

	private final StringRedisTemplate redis;

	private final TaskScheduler scheduler;

	private final CircuitBreaker breaker = CircuitBreaker.of("cache",
			CircuitBreakerConfig.custom()
				.slidingWindowSize(10)
				.minimumNumberOfCalls(3)
				.waitDurationInOpenState(BETWEEN_ATTEMPTS)
				.permittedNumberOfCallsInHalfOpenState(2)
				.build());

	private final AtomicBoolean answering = new AtomicBoolean(true);

	private volatile boolean connected;

	private volatile @Nullable Throwable failure;

	GuardedRedis(StringRedisTemplate redis, TaskScheduler scheduler) {
		this.redis = redis;
		this.scheduler = scheduler;
		this.breaker.getEventPublisher().onError((event) -> this.failure = event.getThrowable());
		this.breaker.getEventPublisher().onStateTransition((event) -> {
			switch (event.getStateTransition().getToState()) {
				case OPEN -> say(false);
				case CLOSED -> say(true);
				default -> {
				}
			}
		});
	}

	/** Connects aside, and goes on trying when that fails. */
	void start() {
		aside(this::connect, Duration.ZERO);
	}

	private void connect() {
		RedisConnectionFactory factory = Objects.requireNonNull(this.redis.getConnectionFactory());
		try {
			factory.getConnection().close();
			this.connected = true;
			say(true);
		}
		catch (RuntimeException ex) {
			log.debug("no connection to Redis", ex);
			this.failure = ex;
			say(false);
			later(this::connect);
		}
	}

	/** What Redis says, or nothing when it can't say anything in time. */
	<T> Optional<T> ask(Function<StringRedisTemplate, T> question) {
		if (!this.connected) {
			return Optional.empty();
		}
		try {
			return Optional.of(this.breaker.executeSupplier(() -> question.apply(this.redis)));
		}
		catch (CallNotPermittedException ex) {
			return Optional.empty();
		}
		catch (RuntimeException ex) {
			log.debug("no answer from Redis", ex);
			return Optional.empty();
		}
	}

	/** Makes another attempt, aside, in a moment. */
	void later(Runnable attempt) {
		aside(attempt, BETWEEN_ATTEMPTS);
	}

	private void aside(Runnable attempt, Duration delay) {
		try {
			var _ = this.scheduler.schedule(attempt, Instant.now().plus(delay));
		}
		catch (TaskRejectedException ex) {
			log.debug("no further attempt, the service ends");
		}
	}

	private void say(boolean answers) {
		if (!this.answering.compareAndSet(!answers, answers)) {
			return;
		}
		if (answers) {
			log.info("Redis answers again: reads are cached");
		}
		else {
			log.warn("Redis does not answer ({}): reads go to the database", reason());
		}
	}

	private String reason() {
		return (this.failure != null) ? this.failure.getClass().getSimpleName() : "unknown";
	}

}
