package cn.yigongti.org.changefeed;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import cn.yigongti.org.calendar.Today;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Notes what the calendar changes: an organization that closes today, stands otherwise
 * from today on, or joins or leaves a consortium today, without anybody writing anything.
 * Days on which the service was down are made up for, and one replica does it for all.
 */
@Component
class TurnOfTheDay {

	private static final Logger log = LoggerFactory.getLogger(TurnOfTheDay.class);

	/**
	 * How much the clocks of replicas may differ. Had one of them noted a change while
	 * another still shows the day before, a follower who asks that one would take the old
	 * for the new.
	 */
	private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

	/**
	 * Editions follow one another without a gap, so each begins where one ends. Only
	 * those are noted that nobody is changing right now: waiting for the others while
	 * holding these might never end.
	 */
	private static final String NOTE = """
			with changed as materialized (
			select distinct organization_id from (
			select id as organization_id, closed_on as day from organization
			union all select organization_id, from_on from organization_edition
			union all select organization_id, joined_on from membership
			union all select organization_id, left_on from membership) turn
			where day > :last and day <= :today),
			free as materialized (
			select id from organization where id in (select organization_id from changed)
			order by id for update skip locked),
			noted as (
			insert into organization_change (organization_id) select id from free order by id
			on conflict (organization_id) do update set xid = excluded.xid, changed_at = excluded.changed_at
			returning 1)
			select (select count(*) from changed) as changed, (select count(*) from noted) as noted""";

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final Today today;

	private volatile LocalDate noted = LocalDate.MIN;

	TurnOfTheDay(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.today = new Today(Clock.offset(clock, CLOCKS_DIFFER.negated()));
	}

	@Scheduled(fixedDelay = 30, timeUnit = TimeUnit.SECONDS)
	void note() {
		LocalDate date = this.today.date();
		if (date.isAfter(this.noted)) {
			this.transaction.executeWithoutResult((_) -> turnTo(date));
		}
	}

	private void turnTo(LocalDate date) {
		Optional<LocalDate> last = lockedTurn();
		if (last.isEmpty()) {
			return;
		}
		if (date.isAfter(last.get()) && !noteAll(last.get(), date)) {
			return;
		}
		this.noted = date;
	}

	private boolean noteAll(LocalDate last, LocalDate date) {
		Count count = this.jdbc.sql(NOTE).param("last", last).param("today", date).query(Count.class).single();
		log.info("since {} the calendar has changed {} organizations, {} noted", last, count.changed(), count.noted());
		if (count.noted() < count.changed()) {
			return false;
		}
		this.jdbc.sql("update calendar_turn set noted_until = :date").param("date", date).update();
		return true;
	}

	/** How many have changed, and how many of them followers will hear of. */
	record Count(long changed, long noted) {

	}

	/** Nothing while another replica is at it. */
	private Optional<LocalDate> lockedTurn() {
		return this.jdbc.sql("select noted_until from calendar_turn for update skip locked")
			.query(LocalDate.class)
			.optional();
	}

}
