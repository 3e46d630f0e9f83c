package cn.yigongti.referral.hisevent;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import cn.yigongti.platform.mapping.RowMappers;
import cn.yigongti.referral.course.EventKey;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.jdbc.core.JdbcAggregateOperations;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Everything hospitals reported. Append only. */
@Component
class EventLog {

	private final JdbcClient jdbc;

	private final JdbcAggregateOperations rows;

	private final RowMapper<LoggedEvent> events;

	EventLog(JdbcClient jdbc, JdbcAggregateOperations rows, RowMappers mappers) {
		this.jdbc = jdbc;
		this.rows = rows;
		this.events = mappers.of(LoggedEvent.class);
	}

	Optional<LoggedEvent> find(UUID targetId, EventKey key) {
		return this.jdbc.sql("""
				select * from hospital_event
				where target_id = :target and source = :source and event_id = :event""")
			.param("target", targetId)
			.param("source", key.source())
			.param("event", key.eventId())
			.query(this.events)
			.optional();
	}

	List<LoggedEvent> of(UUID referralId) {
		return this.jdbc.sql("select * from hospital_event where referral_id = :referral")
			.param("referral", referralId)
			.query(this.events)
			.list();
	}

	/**
	 * Appends.
	 * @throws EventIdReused when the same id was used for another referral at the same
	 * moment
	 */
	void append(LoggedEvent event) {
		try {
			this.rows.insert(event);
		}
		catch (DuplicateKeyException ex) {
			throw new EventIdReused();
		}
	}

}
