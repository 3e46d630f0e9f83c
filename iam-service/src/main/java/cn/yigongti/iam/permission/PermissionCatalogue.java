package cn.yigongti.iam.permission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

import cn.yigongti.platform.permission.Permission;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What services declared that can be permitted. */
@Repository
public class PermissionCatalogue {

	/**
	 * While a service is upgraded, replicas that know a permission and others that don't
	 * declare by turns; each does so every ten minutes.
	 */
	private static final Duration GRACE = Duration.ofHours(1);

	/** Each declared permission, and whether its service has left it out since. */
	private static final String DECLARED = """
			select p.*, p.declared_at < max(p.declared_at) over (partition by p.service) - make_interval(secs => :grace)
				as withdrawn
			from declared_permission p""";

	private final JdbcClient jdbc;

	private final Clock clock;

	PermissionCatalogue(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** All that was ever declared, by resource. */
	public List<CataloguedPermission> all() {
		return this.jdbc
			.sql("""
					select code, bool_and(withdrawn) as withdrawn, (array_agg(chinese order by declared_at desc))[1] as chinese,
						(array_agg(english order by declared_at desc))[1] as english,
						coalesce(array_agg(service order by service) filter (where not withdrawn),
							array_agg(service order by service)) as services
					from (%s) d group by code, resource order by resource, code"""
				.formatted(DECLARED))
			.param("grace", GRACE.toSeconds())
			.query((row, number) -> read(row))
			.list();
	}

	/** The codes of all that was ever declared. */
	public Set<String> codes() {
		return new HashSet<>(this.jdbc.sql("select distinct code from declared_permission").query(String.class).list());
	}

	/** Those of the codes that no service declares, or none any more. */
	public List<String> notOffered(Collection<String> codes) {
		Set<String> offered = new HashSet<>(
				this.jdbc.sql("select code from (%s) d where not withdrawn and code = any (:codes)".formatted(DECLARED))
					.param("grace", GRACE.toSeconds())
					.param("codes", codes.toArray(String[]::new))
					.query(String.class)
					.list());
		return codes.stream().filter((code) -> !offered.contains(code)).sorted().toList();
	}

	/** Until this transaction ends, nobody else declares anything. */
	public void lock() {
		this.jdbc.sql("lock table declared_permission in share row exclusive mode").update();
	}

	/**
	 * Checks that nothing the service declares is another's.
	 * @throws ResourceOwned when it is
	 */
	void verifyUnowned(String service, Collection<Permission> permissions) {
		this.jdbc.sql("""
				select d.resource, d.service from (%s) d
				join unnest(:codes, :shared) mine (code, shared) on split_part(mine.code, ':', 1) = d.resource
				where d.service <> :service and not d.withdrawn and not (d.shared and mine.shared)
				order by d.resource limit 1""".formatted(DECLARED))
			.param("grace", GRACE.toSeconds())
			.param("service", service)
			.param("codes", strings(permissions, Permission::code))
			.param("shared", permissions.stream().map(Permission::shared).toArray(Boolean[]::new))
			.query((row, number) -> new ResourceOwned(row.getString("resource"), row.getString("service")))
			.optional()
			.ifPresent((owned) -> {
				throw owned;
			});
	}

	/** Writes down what the service declares now, taking over what others withdrew. */
	void write(String service, Collection<Permission> permissions) {
		this.jdbc.sql("""
				insert into declared_permission (service, code, chinese, english, shared, declared_at)
				select :service, code, chinese, english, shared, :now
				from unnest(:codes, :chinese, :english, :shared) d (code, chinese, english, shared)
				on conflict (service, code) do update set chinese = excluded.chinese, english = excluded.english,
					shared = excluded.shared, declared_at = excluded.declared_at""")
			.param("service", service)
			.param("now", OffsetDateTime.ofInstant(this.clock.instant(), ZoneOffset.UTC))
			.param("codes", strings(permissions, Permission::code))
			.param("chinese", strings(permissions, Permission::chinese))
			.param("english", strings(permissions, Permission::english))
			.param("shared", permissions.stream().map(Permission::shared).toArray(Boolean[]::new))
			.update();
		this.jdbc.sql("""
				delete from declared_permission where service <> :service and not shared and code = any (:codes)""")
			.param("service", service)
			.param("codes", strings(permissions, Permission::code))
			.update();
	}

	private static String[] strings(Collection<Permission> permissions, Function<Permission, String> field) {
		return permissions.stream().map(field).toArray(String[]::new);
	}

	private static CataloguedPermission read(ResultSet row) throws SQLException {
		String[] services = (String[]) Objects.requireNonNull(row.getArray("services")).getArray();
		return new CataloguedPermission(row.getString("code"), row.getString("chinese"), row.getString("english"),
				List.of(services), row.getBoolean("withdrawn"));
	}

}
