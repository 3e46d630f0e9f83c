package cn.yigongti.platform.audit.search;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import cn.yigongti.platform.audit.AuditEvent;
import cn.yigongti.platform.audit.ResidentHash;
import cn.yigongti.platform.caller.DataScope;
import cn.yigongti.platform.paging.Condition;
import cn.yigongti.platform.paging.KeysetQuery;
import cn.yigongti.platform.paging.Page;
import cn.yigongti.platform.paging.Paging;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds entries by what their callers belong to, and by what stands in them. */
public class SearchTrail {

	private final JdbcClient jdbc;

	public SearchTrail(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * A page of entries whose callers are within both scopes.
	 * @param scope of who asks
	 * @param asked scope to look in
	 * @param paging sorted by {@code at}
	 */
	public Page<AuditEvent> page(DataScope scope, DataScope asked, AuditFilter filter, Paging paging) {
		ResidentHash resident = filter.resident();
		return KeysetQuery.select("e.*", "audit_event e")
			.where(Condition.anyOf(within(scope, "own")))
			.whereIfPresent("e.at >= :from", "from", filter.from())
			.whereIfPresent("e.at < :to", "to", filter.to())
			.whereIfPresent("e.caller = :caller", "caller", filter.caller())
			.whereIfPresent("e.organization_id = :organization", "organization", filter.organizationId())
			.whereIfPresent("e.action = :action", "action", filter.action())
			.whereIfPresent("e.resource = :resource", "resource", filter.resource())
			.whereIfPresent("e.resource_id = :resourceId", "resourceId", filter.resourceId())
			.whereIfPresent("e.result = :result", "result", filter.result())
			.whereIfPresent("e.resident_hash = :resident", "resident", (resident != null) ? resident.value() : null)
			.anyOf(within(asked, "asked"))
			.sortedBy("at", "e.at", "timestamptz")
			.identifiedBy("e.id", "uuid")
			.page(this.jdbc, paging, AuditEvent::of);
	}

	private static List<Condition> within(DataScope scope, String name) {
		if (scope.all()) {
			return List.of(new Condition("true"));
		}
		List<Condition> conditions = new ArrayList<>();
		if (!scope.organizations().isEmpty()) {
			conditions.add(new Condition("e.organization_id = any (:%s_organizations)".formatted(name),
					name + "_organizations", scope.organizations().toArray(UUID[]::new)));
		}
		if (!scope.consortia().isEmpty()) {
			conditions.add(new Condition("e.consortium_id = any (:%s_consortia)".formatted(name), name + "_consortia",
					scope.consortia().toArray(UUID[]::new)));
		}
		if (!scope.regions().isEmpty()) {
			conditions.add(new Condition("e.region_code like any (:%s_regions)".formatted(name), name + "_regions",
					scope.regions().stream().map((prefix) -> prefix + "%").toArray(String[]::new)));
		}
		return conditions;
	}

}
