package cn.yigongti.consultation.delivery;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import cn.yigongti.consultation.consultation.Consultation;
import cn.yigongti.consultation.party.Party;
import cn.yigongti.platform.identifier.UuidV7;
import cn.yigongti.platform.mapping.RowMappers;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The deliveries kept, and who has which in hand. Each statement is a transaction of its
 * own unless there is one already; none stays open while the other side is called.
 * Whatever is written of a delivery in hand is left undone when it is another's by now.
 */
@Component
class Outbox {

	private final JdbcClient jdbc;

	private final RowMapper<Delivery> rows;

	private final DeliveryProperties properties;

	private final Clock clock;

	Outbox(JdbcClient jdbc, RowMappers mappers, DeliveryProperties properties, Clock clock) {
		this.jdbc = jdbc;
		this.rows = mappers.of(Delivery.class);
		this.properties = properties;
		this.clock = clock;
	}

	void add(Consultation consultation) {
		Party applicant = consultation.applicant();
		Party center = consultation.center();
		this.jdbc
			.sql("""
					insert into consultation_delivery (id, consultation_id, number, applicant_id, applicant_consortium_id,
						applicant_region_code, center_organization_id, center_organization_consortium_id,
						center_organization_region_code, state, next_attempt_at, give_up_at, created_at)
					select :id, :consultation, coalesce(max(number), 0) + 1, :applicant, cast(:applicantConsortium as uuid),
						:applicantRegion, :center, cast(:centerConsortium as uuid), :centerRegion, 'PENDING', :now, :giveUpAt,
						:now
					from consultation_delivery where consultation_id = :consultation""")
			.param("id", UuidV7.next())
			.param("consultation", consultation.id())
			.param("applicant", applicant.id())
			.param("applicantConsortium", applicant.consortiumId())
			.param("applicantRegion", applicant.regionCode())
			.param("center", center.id())
			.param("centerConsortium", center.consortiumId())
			.param("centerRegion", center.regionCode())
			.param("now", at(now()))
			.param("giveUpAt", at(now().plus(this.properties.parkAfter())))
			.update();
	}

	int withdraw(UUID consultationId) {
		return this.jdbc.sql("""
				update consultation_delivery set state = 'WITHDRAWN', next_attempt_at = null
				where consultation_id = :consultation and delivered_at is null
					and state in ('PENDING', 'NOT_CONFIGURED', 'PARKED')""")
			.param("consultation", consultationId)
			.update();
	}

	/**
	 * Takes what is due longest. What was submitted before for the same consultation goes
	 * first.
	 * @param spared hosts to which nothing may go now
	 */
	Optional<Delivery> claim(Collection<String> spared) {
		return this.jdbc.sql("""
				with due as materialized (
					select w.id from consultation_delivery w
					where w.next_attempt_at <= :now and (w.leased_until is null or w.leased_until < :now)
						and (w.host is null or w.host <> all (cast(:spared as text[])))
						and not exists (select from consultation_delivery before
							where before.consultation_id = w.consultation_id and before.number < w.number
								and before.state = 'PENDING')
					order by w.next_attempt_at limit 1 for update skip locked)
				update consultation_delivery d set runner = :runner, leased_until = :leasedUntil
				from due where d.id = due.id
				returning d.*""")
			.param("now", at(now()))
			.param("spared", spared.toArray(String[]::new))
			.param("runner", UUID.randomUUID())
			.param("leasedUntil", leasedUntil())
			.query(this.rows)
			.optional();
	}

	/**
	 * Notes an attempt before it is made, with a fresh lease.
	 * @return its number; nothing when the delivery is not ours any more, or withdrawn
	 */
	Optional<Integer> begin(Delivery delivery, @Nullable String host) {
		return this.jdbc.sql("""
				with begun as (
					update consultation_delivery set state = 'PENDING', host = :host, attempts = attempts + 1,
						last_attempt_at = :now, leased_until = :leasedUntil
					where id = :id and runner = :runner and state in ('PENDING', 'NOT_CONFIGURED')
					returning id, attempts)
				insert into consultation_delivery_attempt (delivery_id, number, started_at)
				select id, attempts, :now from begun
				returning number""")
			.param("host", host)
			.param("now", at(now()))
			.param("leasedUntil", leasedUntil())
			.param("id", delivery.id())
			.param("runner", delivery.runner())
			.query(Integer.class)
			.optional();
	}

	/**
	 * Notes how the attempt ended, and lets go of the delivery. One that was withdrawn
	 * meanwhile stays so unless it was delivered.
	 * @param next when to try again, while it is pending
	 * @return whether it was still ours
	 */
	boolean end(Delivery delivery, String outcome, DeliveryState state, @Nullable Instant next) {
		return this.jdbc.sql("""
				with ended as (
					update consultation_delivery set
						state = case when state = 'WITHDRAWN' and :state <> 'DELIVERED' then state else :state end,
						next_attempt_at = case when state <> 'WITHDRAWN' then cast(:next as timestamptz) end,
						failures = case when :state = 'DELIVERED' then 0 else failures + 1 end,
						delivered_at = case when :state = 'DELIVERED' then coalesce(delivered_at, :now)
							else delivered_at end,
						last_outcome = :outcome, runner = null, leased_until = null
					where id = :id and runner = :runner
					returning id, attempts)
				update consultation_delivery_attempt a set outcome = :outcome, ended_at = :now
				from ended where a.delivery_id = ended.id and a.number = ended.attempts""")
			.param("state", state.name())
			.param("next", (next != null) ? at(next) : null)
			.param("now", at(now()))
			.param("outcome", outcome)
			.param("id", delivery.id())
			.param("runner", delivery.runner())
			.update() > 0;
	}

	/** Lets go of it without an attempt: it is due when its host has time for it. */
	void putBack(Delivery delivery, String host) {
		this.jdbc.sql("""
				update consultation_delivery set host = :host, runner = null, leased_until = null
				where id = :id and runner = :runner""")
			.param("host", host)
			.param("id", delivery.id())
			.param("runner", delivery.runner())
			.update();
	}

	/** Lets go of it without an attempt, for a while. */
	void postpone(Delivery delivery, Instant next) {
		this.jdbc.sql("""
				update consultation_delivery set runner = null, leased_until = null,
					next_attempt_at = case when state <> 'WITHDRAWN' then cast(:next as timestamptz) end
				where id = :id and runner = :runner""")
			.param("next", at(next))
			.param("id", delivery.id())
			.param("runner", delivery.runner())
			.update();
	}

	/**
	 * Lets go of it without an attempt: there is nowhere to deliver it to.
	 * @param next when to look again, if ever
	 */
	void shelve(Delivery delivery, String outcome, @Nullable Instant next) {
		this.jdbc.sql("""
				update consultation_delivery set state = 'NOT_CONFIGURED', last_outcome = :outcome,
					next_attempt_at = cast(:next as timestamptz), host = null, runner = null, leased_until = null
				where id = :id and runner = :runner and state <> 'WITHDRAWN'""")
			.param("outcome", outcome)
			.param("next", (next != null) ? at(next) : null)
			.param("id", delivery.id())
			.param("runner", delivery.runner())
			.update();
	}

	/**
	 * Gives up what nobody will attempt in time, because its host is left alone.
	 * @return the ids of what was parked
	 */
	List<UUID> parkOverdue(Collection<String> suspended) {
		return this.jdbc.sql("""
				update consultation_delivery set state = 'PARKED', next_attempt_at = null, runner = null,
					leased_until = null
				where state = 'PENDING' and give_up_at <= :now and host = any (cast(:suspended as text[]))
					and (leased_until is null or leased_until < :now)
				returning id""")
			.param("now", at(now()))
			.param("suspended", suspended.toArray(String[]::new))
			.query(UUID.class)
			.list();
	}

	/**
	 * Makes them due once more, under the same ids.
	 * @return the ids of those that could be
	 */
	List<UUID> redeliver(Collection<UUID> ids) {
		return this.jdbc.sql("""
				update consultation_delivery set state = 'PENDING', failures = 0, next_attempt_at = :now,
					give_up_at = :giveUpAt, host = null, runner = null, leased_until = null
				where id = any (cast(:ids as uuid[])) and state in ('DELIVERED', 'PARKED', 'NOT_CONFIGURED')
				returning id""")
			.param("now", at(now()))
			.param("giveUpAt", at(now().plus(this.properties.parkAfter())))
			.param("ids", ids.stream().map(UUID::toString).toArray(String[]::new))
			.query(UUID.class)
			.list();
	}

	Backlog backlog() {
		return this.jdbc
			.sql("""
					select waiting.count, waiting.oldest, parked.count as parked
					from (select count(*), min(created_at) as oldest from consultation_delivery where state = 'PENDING') waiting,
						(select count(*) from consultation_delivery where state = 'PARKED') parked""")
			.query((row, number) -> Backlog.of(row.getLong("count"), row.getObject("oldest", OffsetDateTime.class),
					now(), row.getLong("parked")))
			.single();
	}

	Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

	private OffsetDateTime leasedUntil() {
		return at(now().plus(this.properties.lease()));
	}

	private static OffsetDateTime at(Instant time) {
		return time.atOffset(ZoneOffset.UTC);
	}

}
