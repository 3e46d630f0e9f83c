package cn.yigongti.org.consortium;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import cn.yigongti.org.calendar.Today;
import cn.yigongti.org.organization.AsOf;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.caller.DataScope;
import cn.yigongti.platform.paging.Condition;
import cn.yigongti.platform.paging.KeysetQuery;
import cn.yigongti.platform.paging.Page;
import cn.yigongti.platform.paging.Paging;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Consortia to look up. One is visible through a grant for itself or for its county, and
 * to read also through a grant for an organization that is a member today; that last one
 * is not enough to change it.
 */
@Component
public class ConsortiumRegister {

	static final String READ = "consortium:read";

	static final String WRITE = "consortium:write";

	private static final String COLUMNS = """
			c.id, c.version, c.name, c.region_code, l.organization_id, c.established_on, c.referral_validity_days,
			c.created_at, c.updated_at""";

	private static final String FROM = """
			consortium c join leadership l on l.consortium_id = c.id and l.tenure @> cast(:date as date)""";

	private final JdbcClient jdbc;

	private final Today today;

	ConsortiumRegister(JdbcClient jdbc, Today today) {
		this.jdbc = jdbc;
		this.today = today;
	}

	public Page<RegisteredConsortium> list(Caller caller, ConsortiumFilter filter, Paging paging) {
		LocalDate date = this.today.or(filter.asOf());
		KeysetQuery query = KeysetQuery.select(COLUMNS, FROM)
			.where("c.established_on <= :date", "date", date)
			.anyOf(readable(caller))
			.whereIfPresent("position(lower(:text) in lower(c.name)) > 0", "text", filter.query())
			.sortedBy("regionCode", "c.region_code", "text")
			.sortedBy("name", "c.name", "text")
			.sortedBy("establishedOn", "c.established_on", "date")
			.identifiedBy("c.id", "uuid");
		Optional.ofNullable(filter.regionCode()).map((prefix) -> within("region", prefix)).ifPresent(query::where);
		return query.page(this.jdbc, paging, ConsortiumRegister::consortium);
	}

	/** A consortium the caller may see; not there before it was established. */
	public Optional<RegisteredConsortium> find(Caller caller, UUID id, @Nullable LocalDate asOf) {
		return find(id, readable(caller), this.today.or(asOf));
	}

	/** A consortium the caller may change. */
	Optional<RegisteredConsortium> findToWrite(Caller caller, UUID id) {
		return find(id, direct(caller.scopeOf(WRITE)), this.today.date());
	}

	private Optional<RegisteredConsortium> find(UUID id, List<Condition> reach, LocalDate date) {
		if (reach.isEmpty()) {
			return Optional.empty();
		}
		Condition within = Condition.anyOf(reach);
		return this.jdbc.sql("select " + COLUMNS + " from " + FROM + " where c.id = :id and " + within.sql())
			.params(within.parameters())
			.param("id", id)
			.param("date", date)
			.query(ConsortiumRegister::consortium)
			.optional();
	}

	/** That {@code :consortium} is one the caller may see. */
	Condition visible(Caller caller) {
		Condition within = Condition.anyOf(readable(caller));
		Map<String, Object> parameters = new HashMap<>(within.parameters());
		parameters.put("today", this.today.date());
		return new Condition("exists (select from consortium c where c.id = :consortium and c.established_on <= :today"
				+ " and " + within.sql() + ")", parameters);
	}

	private List<Condition> readable(Caller caller) {
		DataScope scope = caller.scopeOf(READ);
		List<Condition> alternatives = new ArrayList<>(direct(scope));
		if (!scope.all() && !scope.organizations().isEmpty()) {
			alternatives.add(new Condition("""
					exists (select from membership s where s.consortium_id = c.id
					and s.organization_id in (:own) and %s)""".formatted(AsOf.member("s", "today")),
					Map.of("own", scope.organizations(), "today", this.today.date())));
		}
		return alternatives;
	}

	private static List<Condition> direct(DataScope scope) {
		if (scope.all()) {
			return List.of(new Condition("true"));
		}
		List<Condition> alternatives = new ArrayList<>();
		if (!scope.consortia().isEmpty()) {
			alternatives.add(new Condition("c.id in (:consortia)", "consortia", scope.consortia()));
		}
		scope.regions().forEach((prefix) -> alternatives.add(within("region_" + prefix, prefix)));
		return alternatives;
	}

	private static Condition within(String name, String prefix) {
		return new Condition("c.region_code >= :" + name + " and c.region_code < :" + name + " || ':'", name, prefix);
	}

	private static RegisteredConsortium consortium(ResultSet row, int number) throws SQLException {
		return new RegisteredConsortium(row.getObject("id", UUID.class), row.getLong("version"), row.getString("name"),
				row.getString("region_code"), row.getObject("organization_id", UUID.class),
				row.getObject("established_on", LocalDate.class), row.getInt("referral_validity_days"),
				row.getObject("created_at", OffsetDateTime.class).toInstant(),
				row.getObject("updated_at", OffsetDateTime.class).toInstant());
	}

}
