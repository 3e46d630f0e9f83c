package cn.yigongti.consultation.consultation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.mapping.RowMappers;
import org.jspecify.annotations.Nullable;

import org.springframework.data.jdbc.core.JdbcAggregateOperations;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every move of every consultation, in order. Nothing is ever changed or deleted. */
@Component
public class History {

	private final JdbcClient jdbc;

	private final JdbcAggregateOperations rows;

	private final RowMapper<Move> moves;

	History(JdbcClient jdbc, JdbcAggregateOperations rows, RowMappers mappers) {
		this.jdbc = jdbc;
		this.rows = rows;
		this.moves = mappers.of(Move.class);
	}

	public void begin(Consultation consultation, Caller caller, Instant now) {
		this.rows.insert(Move.first(consultation, Actor.of(caller), now));
	}

	/**
	 * Adds what has just been done to a consultation, which this transaction holds
	 * locked.
	 */
	public void add(Consultation consultation, Move.Kind kind, Instant occurredAt, Caller caller,
			@Nullable String reason, Instant now) {
		this.rows.insert(
				last(consultation.id()).then(kind, consultation.status(), occurredAt, Actor.of(caller), reason, now));
	}

	public Move last(UUID consultationId) {
		return this.jdbc
			.sql("select * from consultation_move where consultation_id = :id order by position desc limit 1")
			.param("id", consultationId)
			.query(this.moves)
			.single();
	}

	public List<Move> of(UUID consultationId) {
		return this.jdbc.sql("select * from consultation_move where consultation_id = :id order by position")
			.param("id", consultationId)
			.query(this.moves)
			.list();
	}

}
