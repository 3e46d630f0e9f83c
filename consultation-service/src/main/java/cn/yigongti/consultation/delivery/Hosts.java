package cn.yigongti.consultation.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;

/**
 * What this replica knows of the hosts it delivers to: how busy it is with each, and
 * which are left alone because they keep failing. Each has its own breaker and its own
 * share of hands, so that one that is dead or slow holds up no other.
 */
class Hosts {

	/** Whether it is up again is found out by one call at a time. */
	private static final int PROBES = 1;

	private final Map<String, Host> hosts = new ConcurrentHashMap<>();

	private final CircuitBreakerRegistry breakers;

	private final int callsEach;

	private final Duration suspension;

	private final Clock clock;

	Hosts(DeliveryProperties properties, Clock clock) {
		this.callsEach = properties.concurrencyPerHost();
		this.suspension = properties.suspension();
		this.clock = clock;
		this.breakers = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
			.slidingWindowSize(properties.failuresToSuspend())
			.minimumNumberOfCalls(properties.failuresToSuspend())
			.waitDurationInOpenState(properties.suspension())
			.permittedNumberOfCallsInHalfOpenState(PROBES)
			.clock(clock)
			.build());
	}

	CircuitBreakerRegistry breakers() {
		return this.breakers;
	}

	/** Those to which nothing may go at the moment. */
	List<String> spared() {
		return namesOf((host) -> !host.isFree());
	}

	/** Those that are left alone because they fail. */
	List<String> suspended() {
		return namesOf((host) -> host.breaker.getState() == State.OPEN);
	}

	private List<String> namesOf(Predicate<Host> condition) {
		return this.hosts.entrySet()
			.stream()
			.filter((entry) -> condition.test(entry.getValue()))
			.map(Map.Entry::getKey)
			.toList();
	}

	/** Permission for one call, to be closed after it. */
	Optional<Call> admit(String host) {
		return this.hosts.computeIfAbsent(host, Host::new).admit();
	}

	/** A call that is under way. */
	static final class Call implements AutoCloseable {

		private final Host host;

		private boolean told;

		private Call(Host host) {
			this.host = host;
		}

		/** Tells the breaker how the host did. */
		void ended(boolean well) {
			this.told = true;
			if (well) {
				this.host.breaker.onSuccess(0, TimeUnit.MILLISECONDS);
			}
			else {
				this.host.breaker.onError(0, TimeUnit.MILLISECONDS, new HostFailed());
			}
		}

		@Override
		public void close() {
			if (!this.told) {
				this.host.breaker.releasePermission();
			}
			this.host.slots.release();
		}

	}

	private final class Host {

		private final CircuitBreaker breaker;

		private final Semaphore slots = new Semaphore(Hosts.this.callsEach);

		private volatile Instant restsUntil = Instant.MIN;

		private Host(String name) {
			this.breaker = Hosts.this.breakers.circuitBreaker(name);
			this.breaker.getEventPublisher().onStateTransition((event) -> {
				if (event.getStateTransition().getToState() == State.OPEN) {
					this.restsUntil = Hosts.this.clock.instant().plus(Hosts.this.suspension);
				}
			});
		}

		private boolean isFree() {
			return switch (this.breaker.getState()) {
				case OPEN, FORCED_OPEN -> Hosts.this.clock.instant().isAfter(this.restsUntil);
				case HALF_OPEN -> this.slots.availablePermits() == Hosts.this.callsEach;
				case CLOSED, DISABLED, METRICS_ONLY -> this.slots.availablePermits() > 0;
			};
		}

		private Optional<Call> admit() {
			if (!this.slots.tryAcquire()) {
				return Optional.empty();
			}
			if (!this.breaker.tryAcquirePermission()) {
				this.slots.release();
				return Optional.empty();
			}
			return Optional.of(new Call(this));
		}

	}

	/** For the breaker, which wants to see an exception. */
	private static final class HostFailed extends Exception {

		private static final long serialVersionUID = 1L;

		HostFailed() {
			super("failed", null, false, false);
		}

	}

}
