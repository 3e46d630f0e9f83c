package cn.yigongti.search.query;

import java.util.function.Supplier;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Answers from the index, or else from the database, and tells the client which: in the
 * latter case the answer has the header {@value #HEADER}. Both must answer with the same
 * cursors.
 */
public class SearchOrDatabase {

	/** {@code true} on an answer that the database gave in place of the index. */
	public static final String HEADER = "X-Search-Degraded";

	private static final Logger log = LoggerFactory.getLogger(SearchOrDatabase.class);

	private final MeterRegistry meters;

	public SearchOrDatabase(MeterRegistry meters) {
		this.meters = meters;
	}

	public <T> T answer(Supplier<T> search, Supplier<T> database) {
		try {
			return search.get();
		}
		catch (SearchUnavailable ex) {
			log.debug("answered by the database: {}", ex.getMessage());
			this.meters.counter("yigongti.search.degraded", "reason", ex.reason().name()).increment();
			markAnswer();
			return database.get();
		}
	}

	private static void markAnswer() {
		if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request) {
			HttpServletResponse response = request.getResponse();
			if (response != null) {
				response.setHeader(HEADER, "true");
			}
		}
	}

}
