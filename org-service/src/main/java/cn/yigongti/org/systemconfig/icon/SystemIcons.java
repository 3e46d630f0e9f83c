package cn.yigongti.org.systemconfig.icon;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import cn.yigongti.org.calendar.Today;
import cn.yigongti.org.organization.AsOf;
import cn.yigongti.org.organization.Reach;
import cn.yigongti.org.systemconfig.icon.image.Image;
import cn.yigongti.org.systemconfig.icon.image.ImageFormat;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.paging.Condition;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The icons that organizations have of their own. */
@Component
public class SystemIcons {

	private static final String READ = "system-config:read";

	private static final String WRITE = "system-config:write";

	/**
	 * Who shows the icon of an organization: itself and, while it is open, those below it
	 * and the members it leads. Whether one of them has another icon that goes before is
	 * not asked: it could lose it any moment, and icons are no secret within the line.
	 */
	private static final String SHOWN_BY = """
			with recursive below (id, distance) as (
				select giver.id, 0 from organization giver
				where giver.id = :id and (giver.closed_on is null or giver.closed_on > :today)
				union all
				select c.organization_id, b.distance + 1 from below b join organization_edition c on c.parent_id = b.id
				and c.from_on <= :today and (c.until_on is null or c.until_on > :today)
				where b.distance < 4
			), shown_by (id) as (
				select cast(:id as uuid)
				union
				select id from below
				union
				select led.organization_id from leadership l join membership led on led.consortium_id = l.consortium_id
				where l.organization_id = :id and l.tenure @> cast(:today as date)
				and led.tenure @> cast(:today as date)
			)
			""";

	private final JdbcClient jdbc;

	private final Today today;

	private final Clock clock;

	SystemIcons(JdbcClient jdbc, Today today, Clock clock) {
		this.jdbc = jdbc;
		this.today = today;
		this.clock = clock;
	}

	/**
	 * The icon an organization has of its own, for whoever may see the configuration of
	 * one that shows it.
	 */
	public Optional<SystemIcon> find(Caller caller, UUID organizationId) {
		AsOf asOf = AsOf.today(this.today.date());
		List<Condition> reach = Reach.of(caller.scopeOf(READ), asOf);
		if (reach.isEmpty()) {
			return Optional.empty();
		}
		Condition within = Condition.anyOf(reach);
		return this.jdbc
			.sql(SHOWN_BY + "select i.* from system_icon i where i.organization_id = :id and exists (select from "
					+ "shown_by join organization o on o.id = shown_by.id" + asOf.editions() + "where " + within.sql()
					+ ")")
			.params(within.parameters())
			.params(asOf.openedBefore().parameters())
			.param("id", organizationId)
			.query(SystemIcons::icon)
			.optional();
	}

	/** Whether the caller may change what an organization's systems show. */
	boolean mayChange(Caller caller, UUID organizationId) {
		AsOf asOf = AsOf.today(this.today.date());
		List<Condition> reach = Reach.of(caller.scopeOf(WRITE), asOf);
		if (reach.isEmpty()) {
			return false;
		}
		Condition within = Condition.anyOf(reach);
		return this.jdbc
			.sql("select exists (select from organization o" + asOf.editions() + "where o.id = :id and " + within.sql()
					+ ")")
			.params(within.parameters())
			.params(asOf.openedBefore().parameters())
			.param("id", organizationId)
			.query(Boolean.class)
			.single();
	}

	/**
	 * Reads the icon of an organization to change it; until the transaction ends nobody
	 * else does.
	 */
	Optional<SystemIcon> lock(UUID organizationId) {
		this.jdbc.sql("select id from organization where id = :id for no key update")
			.param("id", organizationId)
			.query(UUID.class)
			.optional();
		return this.jdbc.sql("select * from system_icon where organization_id = :id")
			.param("id", organizationId)
			.query(SystemIcons::icon)
			.optional();
	}

	void write(UUID organizationId, Image image) {
		this.jdbc.sql("""
				insert into system_icon as known (organization_id, version, media_type, content, width, height,
				created_at, updated_at) values (:id, 0, :mediaType, :content, :width, :height, :now, :now)
				on conflict (organization_id) do update set version = known.version + 1,
				media_type = excluded.media_type, content = excluded.content, width = excluded.width,
				height = excluded.height, updated_at = excluded.updated_at""")
			.param("id", organizationId)
			.param("mediaType", image.format().mediaType())
			.param("content", image.content())
			.param("width", image.width())
			.param("height", image.height())
			.param("now", OffsetDateTime.ofInstant(this.clock.instant().truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC))
			.update();
	}

	void remove(UUID organizationId) {
		this.jdbc.sql("delete from system_icon where organization_id = :id").param("id", organizationId).update();
	}

	private static SystemIcon icon(ResultSet row, int number) throws SQLException {
		return new SystemIcon(row.getObject("organization_id", UUID.class),
				new Image(ImageFormat.ofMediaType(row.getString("media_type")), row.getBytes("content"),
						row.getObject("width", Integer.class), row.getObject("height", Integer.class)),
				row.getString("content_hash"));
	}

}
