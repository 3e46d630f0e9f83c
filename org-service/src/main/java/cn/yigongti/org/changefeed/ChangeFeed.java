package cn.yigongti.org.changefeed;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import cn.yigongti.org.calendar.Today;
import cn.yigongti.org.organization.AsOf;
import cn.yigongti.org.organization.Reach;
import cn.yigongti.org.organization.RegisterRow;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.paging.Condition;
import cn.yigongti.platform.paging.Cursors;
import cn.yigongti.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the feed, in one statement a page. A cursor belongs to the reach it was given
 * under: whoever is granted more has missed what was there before.
 */
@Component
public class ChangeFeed {

	private final JdbcClient jdbc;

	private final Cursors cursors;

	private final Today today;

	ChangeFeed(JdbcClient jdbc, Cursors cursors, Today today) {
		this.jdbc = jdbc;
		this.cursors = cursors;
		this.today = today;
	}

	/**
	 * What the caller may see of it.
	 * @param after a cursor; {@code null} to begin
	 * @throws ProblemException 400 {@code invalid-cursor} when the follower has to begin
	 * anew
	 */
	public Changes read(Caller caller, @Nullable String after, int limit) {
		String feed = feedOf(caller);
		Position position = (after != null) ? Position.of(this.cursors.decode(feed, after)) : Position.BEGINNING;
		FeedPage page = page(caller, position, limit + 1);
		if (position.isAheadOf(page.horizon())) {
			throw new ProblemException(HttpStatus.BAD_REQUEST, "invalid-cursor");
		}
		List<FeedPage.Row> rows = page.rows().stream().limit(limit).toList();
		Position reached = rows.isEmpty() ? position : rows.getLast().position();
		return new Changes(rows.stream().map(FeedPage.Row::change).toList(),
				this.cursors.encode(feed, reached.values()), page.rows().size() > limit);
	}

	private static String feedOf(Caller caller) {
		byte[] reach = Reach.describe(caller).getBytes(StandardCharsets.UTF_8);
		return "organization-changes:" + UUID.nameUUIDFromBytes(reach);
	}

	private FeedPage page(Caller caller, Position after, int limit) {
		AsOf asOf = AsOf.today(this.today.date());
		Condition reach = Condition.anyOf(Reach.toRead(caller, asOf));
		return this.jdbc.sql(sql(asOf, reach.sql()))
			.params(reach.parameters())
			.param("date", asOf.date())
			.param("transaction", after.transaction())
			.param("organization", after.organizationId())
			.param("limit", limit)
			.query((ResultSetExtractor<FeedPage>) (result) -> FeedPage.of(result, asOf.date()));
	}

	/**
	 * The page comes with its horizon, the oldest transaction that is running, also when
	 * there is nothing on it.
	 */
	private static String sql(AsOf asOf, String reach) {
		return """
				select present.horizon::text as horizon, change.*
				from (select pg_snapshot_xmin(pg_current_snapshot()) as horizon) present
				left join lateral (
				select c.xid, c.xid::text as transaction, c.changed_at, %s
				from organization_change c join organization o on o.id = c.organization_id %s%s
				where c.xid < present.horizon
				and (c.xid, c.organization_id) > (cast(:transaction as xid8), cast(:organization as uuid)) and %s
				order by c.xid, c.organization_id limit :limit) change on true
				order by change.xid, change.id""".formatted(RegisterRow.COLUMNS, asOf.editions(), AsOf.consortium(),
				reach);
	}

}
