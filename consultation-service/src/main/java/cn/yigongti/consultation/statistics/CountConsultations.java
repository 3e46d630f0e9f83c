package cn.yigongti.consultation.statistics;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import cn.yigongti.consultation.consultation.ConsultationStatus;
import cn.yigongti.consultation.consultation.Rights;
import cn.yigongti.consultation.statistics.ConsultationCounts.Group;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.caller.DataScope;
import cn.yigongti.platform.paging.Condition;
import cn.yigongti.platform.paging.ScopedSides;
import cn.yigongti.platform.period.Period;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts the consultations that a caller may see. Who may see all of them is answered
 * from the sums, everybody else from the index of their side.
 */
@Component
public class CountConsultations {

	private static final int GROUPS = 2000;

	/** Whatever there are no sums of. */
	private static final String[] OTHERS = Stream.of(ConsultationStatus.values())
		.filter((status) -> status != ConsultationStatus.REPORTED)
		.map(Enum::name)
		.toArray(String[]::new);

	private final JdbcClient jdbc;

	private final Clock clock;

	private record Row(Group group, long total) {
	}

	CountConsultations(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Transactional(readOnly = true)
	public ConsultationCounts of(Caller caller, @Nullable Integer year, @Nullable Integer quarter, Grouping grouping) {
		Period period = Period.ofYear(year, quarter);
		DataScope scope = caller.scopeOf(Rights.READ);
		Instant now = this.clock.instant();
		List<Row> rows = scope.all() ? summed(grouping, period) : counted(grouping, period, scope);
		return new ConsultationCounts(rows.stream().map(Row::group).toList(),
				rows.isEmpty() ? 0 : rows.getFirst().total(), now);
	}

	private List<Row> summed(Grouping grouping, Period period) {
		Map<String, Object> parameters = new HashMap<>();
		String groups = grouping.ofSums("true" + within(period, grouping.date(), CountConsultations::day, parameters));
		if (grouping == Grouping.STATUS) {
			parameters.put("others", OTHERS);
			groups += " union all " + grouping.ofConsultations(
					"status = any (:others)" + within(period, "submitted_at", CountConsultations::time, parameters));
		}
		return rows(grouping, groups, parameters);
	}

	/** Each side with the period, so that each is one stretch of an index. */
	private List<Row> counted(Grouping grouping, Period period, DataScope scope) {
		Map<String, Object> parameters = new HashMap<>();
		String submitted = within(period, "submitted_at", CountConsultations::time, parameters);
		Condition within = Condition.anyOf(ScopedSides.within(scope, "applicant", "center_organization")
			.stream()
			.map((side) -> new Condition(side.sql() + submitted, side.parameters()))
			.toList());
		parameters.putAll(within.parameters());
		String counted = grouping.isOfApplications() ? " and status not in ('DECLINED', 'CANCELLED')" : "";
		return rows(grouping, grouping.ofConsultations(within.sql() + counted), parameters);
	}

	private static String within(Period period, String column, Function<Instant, Object> type,
			Map<String, Object> parameters) {
		StringBuilder condition = new StringBuilder();
		if (period.from() != null) {
			condition.append(" and %1$s >= :%1$s_from".formatted(column));
			parameters.put(column + "_from", type.apply(period.from()));
		}
		if (period.until() != null) {
			condition.append(" and %1$s < :%1$s_until".formatted(column));
			parameters.put(column + "_until", type.apply(period.until()));
		}
		return condition.toString();
	}

	private static Object day(Instant time) {
		return time.atZone(Period.ZONE).toLocalDate();
	}

	private static Object time(Instant time) {
		return time.atOffset(ZoneOffset.UTC);
	}

	private List<Row> rows(Grouping grouping, String groups, Map<String, Object> parameters) {
		String order = (grouping == Grouping.MONTH) ? "key" : "count desc, key";
		return this.jdbc
			.sql("select *, sum(count) over () as total from (%s) groups order by %s limit :limit".formatted(groups,
					order))
			.params(parameters)
			.param("limit", GROUPS)
			.query((row, number) -> new Row(new Group(row.getString("key"), row.getLong("count")),
					row.getLong("total")))
			.list();
	}

}
