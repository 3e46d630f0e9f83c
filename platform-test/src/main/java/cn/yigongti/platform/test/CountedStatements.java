package cn.yigongti.platform.test;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Counts the SQL statements that requests cause, not what goes on in the background
 * meanwhile.
 */
public final class CountedStatements implements AutoCloseable {

	/** By the platform, which of its caches the transaction has made void. */
	private static final String ASKED_BEFORE_EACH_COMMIT = "current_setting('outdated.'";

	private final Logger statements = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);

	private final ListAppender<ILoggingEvent> executed = new ListAppender<>();

	public CountedStatements() {
		this.executed.start();
		this.statements.setLevel(Level.DEBUG);
		this.statements.addAppender(this.executed);
	}

	public long of(Runnable request) {
		this.executed.list.clear();
		request.run();
		return this.executed.list.stream()
			.filter((event) -> event.getThreadName().startsWith("tomcat-handler"))
			.map(ILoggingEvent::getFormattedMessage)
			.filter((message) -> message.startsWith("Executing prepared SQL statement"))
			.filter((message) -> !message.contains(ASKED_BEFORE_EACH_COMMIT))
			.count();
	}

	@Override
	public void close() {
		this.statements.detachAppender(this.executed);
		this.statements.setLevel(null);
	}

}
