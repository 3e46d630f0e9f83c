package cn.yigongti.consultation.conversation;

import java.util.List;
import java.util.UUID;

import cn.yigongti.platform.mapping.RowMappers;

import org.springframework.data.jdbc.core.JdbcAggregateOperations;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The conversations kept. Nothing is ever changed or deleted. */
@Component
public class Conversations {

	private final JdbcClient jdbc;

	private final JdbcAggregateOperations rows;

	private final RowMapper<Message> messages;

	Conversations(JdbcClient jdbc, JdbcAggregateOperations rows, RowMappers mappers) {
		this.jdbc = jdbc;
		this.rows = rows;
		this.messages = mappers.of(Message.class);
	}

	public List<Message> of(UUID consultationId) {
		return this.jdbc.sql("select * from consultation_message where consultation_id = :id order by position")
			.param("id", consultationId)
			.query(this.messages)
			.list();
	}

	void add(List<Message> added) {
		this.rows.insertAll(added);
	}

}
