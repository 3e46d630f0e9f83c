package cn.yigongti.iam.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import cn.yigongti.platform.caller.DataScope;
import cn.yigongti.platform.paging.Condition;

import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * A data scope as SQL, over rows that belong to an organization and are joined to the
 * known {@code organization o}.
 */
public final class OrganizationScope {

	private OrganizationScope() {
	}

	/** One alternative for each way of being within the scope; none when nothing is. */
	public static List<Condition> conditions(DataScope scope) {
		if (scope.all()) {
			return List.of(new Condition("true"));
		}
		List<Condition> conditions = new ArrayList<>();
		if (!scope.organizations().isEmpty()) {
			conditions.add(new Condition("o.id = any (:scope_organizations)", "scope_organizations",
					scope.organizations().toArray(UUID[]::new)));
		}
		if (!scope.consortia().isEmpty()) {
			conditions.add(new Condition("o.consortium_id = any (:scope_consortia)", "scope_consortia",
					scope.consortia().toArray(UUID[]::new)));
		}
		if (!scope.regions().isEmpty()) {
			conditions.add(new Condition("o.region_code like any (:scope_regions)", "scope_regions",
					scope.regions().stream().map((prefix) -> prefix + "%").toArray(String[]::new)));
		}
		return conditions;
	}

	/** The same as a single condition, whose parameters {@link #bind} binds. */
	public static String sql(DataScope scope) {
		List<Condition> conditions = conditions(scope);
		return conditions.isEmpty() ? "false"
				: conditions.stream().map(Condition::sql).collect(Collectors.joining(" or ", "(", ")"));
	}

	public static StatementSpec bind(StatementSpec statement, DataScope scope) {
		conditions(scope).forEach((condition) -> condition.parameters().forEach(statement::param));
		return statement;
	}

}
