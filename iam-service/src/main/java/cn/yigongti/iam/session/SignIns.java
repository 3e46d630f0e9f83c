package cn.yigongti.iam.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

import cn.yigongti.iam.config.IamProperties;
import cn.yigongti.platform.identifier.UuidV7;
import cn.yigongti.platform.paging.KeysetQuery;
import cn.yigongti.platform.paging.Page;
import cn.yigongti.platform.paging.Paging;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** All sign-ins under way. */
@Repository
public class SignIns {

	private final JdbcClient jdbc;

	private final IamProperties.SignIn limits;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	SignIns(JdbcClient jdbc, IamProperties properties, ApplicationEventPublisher events, Clock clock) {
		this.jdbc = jdbc;
		this.limits = properties.signIn();
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Begins one; of those the user has already, the oldest end when there are too many.
	 */
	@Transactional
	public SignedIn begin(UUID user, Visitor visitor) {
		this.jdbc.sql("select id from users where id = :user for update")
			.param("user", user)
			.query(UUID.class)
			.single();
		end("""
				id in (select id from sign_in where user_id = :user order by started_at desc, id desc offset :most)""",
				(sql) -> sql.param("user", user).param("most", this.limits.sessionsPerUser() - 1));
		Instant now = this.clock.instant();
		SignedIn begun = new SignedIn(UuidV7.next(), user, now, now.plus(this.limits.sessionLimit()), null,
				visitor.address(), visitor.device());
		this.jdbc.sql("""
				insert into sign_in (id, user_id, started_at, ends_at, address, device)
				values (:id, :user, :started, :ends, :address, :device)""")
			.param("id", begun.id())
			.param("user", user)
			.param("started", begun.startedAt().atOffset(ZoneOffset.UTC))
			.param("ends", begun.endsAt().atOffset(ZoneOffset.UTC))
			.param("address", begun.address())
			.param("device", begun.device())
			.update();
		return begun;
	}

	/** The sign-in, unless it has ended. */
	public Optional<SignedIn> find(UUID id) {
		return this.jdbc.sql("select * from sign_in where id = :id and ends_at > :now")
			.param("id", id)
			.param("now", now())
			.query((row, number) -> read(row))
			.optional();
	}

	public Page<SignedIn> of(UUID user, Paging paging) {
		return KeysetQuery.select("*", "sign_in")
			.sortedBy("startedAt", "started_at", "timestamptz")
			.where("user_id = :user", "user", user)
			.where("ends_at > :now", "now", now())
			.page(this.jdbc, paging, (row, number) -> read(row));
	}

	/** Notes that a one-time code was shown. */
	public void confirm(UUID id) {
		this.jdbc.sql("update sign_in set second_factor_at = :now where id = :id")
			.param("id", id)
			.param("now", now())
			.update();
	}

	/** Ends one of the user's; false when they have no such. */
	@Transactional
	public boolean end(UUID user, UUID id) {
		return end("id = :id and user_id = :user", (sql) -> sql.param("id", id).param("user", user)) > 0;
	}

	/** Ends all of the user's but, perhaps, one. */
	@Transactional
	public void endAllOf(UUID user, @Nullable UUID but) {
		end("user_id = :user and id is distinct from :but",
				(sql) -> sql.param("user", user).param("but", but, Types.OTHER));
	}

	/** Ends all of many users. */
	@Transactional
	public void endAllOf(Collection<UUID> users) {
		end("user_id = any (:users)", (sql) -> sql.param("users", users.toArray(UUID[]::new)));
	}

	/** Forgets those whose time is over. */
	@Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT10M")
	@Transactional
	public void removeOver() {
		this.jdbc.sql("delete from sign_in where ends_at <= :now").param("now", now()).update();
	}

	private int end(String which, UnaryOperator<JdbcClient.StatementSpec> parameters) {
		List<UUID> ended = parameters.apply(this.jdbc.sql("delete from sign_in where " + which + " returning id"))
			.query(UUID.class)
			.list();
		if (!ended.isEmpty()) {
			this.events.publishEvent(new SignInsEnded(ended));
		}
		return ended.size();
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	private static SignedIn read(ResultSet row) throws SQLException {
		OffsetDateTime confirmed = row.getObject("second_factor_at", OffsetDateTime.class);
		return new SignedIn(row.getObject("id", UUID.class), row.getObject("user_id", UUID.class),
				row.getObject("started_at", OffsetDateTime.class).toInstant(),
				row.getObject("ends_at", OffsetDateTime.class).toInstant(),
				(confirmed != null) ? confirmed.toInstant() : null, row.getString("address"), row.getString("device"));
	}

}
