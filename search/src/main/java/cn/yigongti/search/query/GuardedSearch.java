package cn.yigongti.search.query;

import java.time.Duration;
import java.util.function.Function;

import cn.yigongti.search.index.SearchIndex;
import cn.yigongti.search.projection.Backlog;
import cn.yigongti.search.projection.Backlogs;
import cn.yigongti.search.query.SearchUnavailable.Reason;
import cn.yigongti.search.server.SearchServer;
import cn.yigongti.search.server.ServerFailed;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Searches only what is built and close enough to its rows, and leaves Elasticsearch
 * alone for a while when it keeps failing.
 */
class GuardedSearch {

	private static final Logger log = LoggerFactory.getLogger(GuardedSearch.class);

	private final @Nullable SearchServer server;

	private final Backlogs backlogs;

	private final Duration maxLag;

	private final CircuitBreaker breaker;

	GuardedSearch(@Nullable SearchServer server, Backlogs backlogs, Duration maxLag, Duration suspension) {
		this.server = server;
		this.backlogs = backlogs;
		this.maxLag = maxLag;
		this.breaker = CircuitBreaker.of("search",
				CircuitBreakerConfig.custom()
					.slidingWindowSize(20)
					.minimumNumberOfCalls(5)
					.waitDurationInOpenState(suspension)
					.permittedNumberOfCallsInHalfOpenState(2)
					// one odd query is nobody else's trouble
					.ignoreException((failure) -> failure instanceof ServerFailed failed && failed.isRefusal())
					.build());
		this.breaker.getEventPublisher().onStateTransition((event) -> {
			switch (event.getStateTransition().getToState()) {
				case OPEN -> log.warn("Elasticsearch keeps failing: the database answers searches");
				case CLOSED -> log.info("Elasticsearch answers searches again");
				default -> {
				}
			}
		});
	}

	SearchResponse<Void> find(SearchIndex index, Function<String, SearchRequest> request) {
		SearchServer configured = this.server;
		if (configured == null) {
			throw new SearchUnavailable(index.name(), Reason.NOT_CONFIGURED, null);
		}
		requireFresh(index);
		SearchRequest search = request.apply(configured.namesOf(index).live());
		try {
			return this.breaker.executeSupplier(() -> configured.search(search));
		}
		catch (CallNotPermittedException ex) {
			throw new SearchUnavailable(index.name(), Reason.SUSPENDED, null);
		}
		catch (ServerFailed ex) {
			throw unavailable(index, ex);
		}
	}

	private void requireFresh(SearchIndex index) {
		Backlog backlog = this.backlogs.of(index.name());
		if (!backlog.built()) {
			throw new SearchUnavailable(index.name(), Reason.NOT_BUILT, null);
		}
		if (backlog.lag().compareTo(this.maxLag) > 0) {
			throw new SearchUnavailable(index.name(), Reason.BEHIND, backlog.lag().toString());
		}
	}

	private SearchUnavailable unavailable(SearchIndex index, ServerFailed failure) {
		if (failure.isNotFound()) {
			this.backlogs.doubt(index.name());
		}
		if (failure.isRefusal()) {
			log.error("Elasticsearch does not accept a query for the index {}: {}", index.name(), failure.getMessage());
		}
		return new SearchUnavailable(index.name(), failure.isTimedOut() ? Reason.TIMED_OUT : Reason.FAILED,
				failure.getMessage());
	}

}
