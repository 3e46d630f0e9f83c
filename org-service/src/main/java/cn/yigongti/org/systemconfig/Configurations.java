package cn.yigongti.org.systemconfig;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import cn.yigongti.org.calendar.Today;
import cn.yigongti.org.organization.AsOf;
import cn.yigongti.org.organization.Reach;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.paging.Condition;
import cn.yigongti.platform.paging.KeysetQuery;
import cn.yigongti.platform.paging.Page;
import cn.yigongti.platform.paging.Paging;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Effective configurations as the register stands today, worked out by the database: one
 * statement for one or for many, a list one more for its total.
 */
@Component
public class Configurations {

	static final String READ = "system-config:read";

	static final String WRITE = "system-config:write";

	private final JdbcClient jdbc;

	private final Today today;

	Configurations(JdbcClient jdbc, Today today) {
		this.jdbc = jdbc;
		this.today = today;
	}

	/** Those of open organizations that the caller may see. */
	public Page<EffectiveConfiguration> list(Caller caller, SystemConfigFilter filter, Paging paging) {
		AsOf asOf = AsOf.today(this.today.date());
		KeysetQuery query = KeysetQuery.select(ConfigurationRow.COLUMNS, from(asOf))
			.where(asOf.openedBefore())
			.where(new Condition("o.closed_on is null or o.closed_on > :date"))
			.anyOf(Reach.of(caller.scopeOf(READ), asOf))
			.whereIfPresent("m.consortium_id = :consortium", "consortium", filter.consortiumId())
			.sortedBy("regionCode", "e.region_code", "text")
			.identifiedBy("e.organization_id", "uuid");
		Optional.ofNullable(filter.regionCode()).map(AsOf::within).ifPresent(query::where);
		Optional.ofNullable(filter.query()).map(AsOf::named).ifPresent(query::where);
		return query.page(this.jdbc, paging, new ConfigurationRow()).map(ConfiguredOrganization::configuration);
	}

	/** The one of an organization, whoever asks. */
	Optional<ConfiguredOrganization> read(UUID organizationId, LocalDate date) {
		AsOf asOf = AsOf.today(date);
		return this.jdbc
			.sql("select " + ConfigurationRow.COLUMNS + " from " + from(asOf) + " where o.id = :id and "
					+ asOf.openedBefore().sql())
			.params(asOf.openedBefore().parameters())
			.param("id", organizationId)
			.query(new ConfigurationRow())
			.optional();
	}

	/** The one of an organization whose configuration the caller may change. */
	public Optional<EffectiveConfiguration> findToWrite(Caller caller, UUID organizationId) {
		return read(organizationId, this.today.date())
			.filter((organization) -> organization.isWithin(caller.scopeOf(WRITE)))
			.map(ConfiguredOrganization::configuration);
	}

	private static String from(AsOf asOf) {
		return "organization o" + asOf.editions()
				+ "left join membership m on m.organization_id = o.id and m.tenure @> cast(:date as date)";
	}

}
