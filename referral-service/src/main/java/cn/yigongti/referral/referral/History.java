package cn.yigongti.referral.referral;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import cn.yigongti.platform.mapping.RowMappers;
import cn.yigongti.referral.course.EventKey;
import cn.yigongti.referral.course.Step;

import org.springframework.data.jdbc.core.JdbcAggregateOperations;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Every move of every referral. Nothing is ever deleted or changed, but for the mark that
 * a path no longer stands.
 */
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

	public void add(Move move) {
		this.rows.insert(move);
	}

	/** The path that stands, in order; each of its moves is legal. */
	public List<Move> pathOf(UUID referralId) {
		return this.jdbc
			.sql("select * from referral_move where referral_id = :id and superseded_at is null order by position")
			.param("id", referralId)
			.query(this.moves)
			.list();
	}

	/**
	 * Makes these the hospital's steps of the path. As far as they are already, the path
	 * stays as it is.
	 */
	public void follow(UUID referralId, List<Step> steps, Function<EventKey, Actor> reporters, Instant now) {
		List<Move> path = pathOf(referralId);
		int same = 0;
		while (same < steps.size() && same + 1 < path.size() && path.get(same + 1).isOf(steps.get(same))) {
			same++;
		}
		if (path.size() > same + 1) {
			supersede(referralId, same + 1, now);
		}
		List<Move> added = new ArrayList<>();
		for (int i = same; i < steps.size(); i++) {
			Step step = steps.get(i);
			added.add(Move.byHospital(referralId, i + 1, step, reporters.apply(step.event()), now));
		}
		if (!added.isEmpty()) {
			this.rows.insertAll(added);
		}
	}

	private void supersede(UUID referralId, int position, Instant now) {
		this.jdbc.sql("""
				update referral_move set superseded_at = cast(:now as timestamptz)
				where referral_id = :id and position >= :position and superseded_at is null""")
			.param("now", now.toString())
			.param("id", referralId)
			.param("position", position)
			.update();
	}

}
