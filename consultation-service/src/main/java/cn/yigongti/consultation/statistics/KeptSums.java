package cn.yigongti.consultation.statistics;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import cn.yigongti.consultation.consultation.ConsultationType;
import cn.yigongti.consultation.statistics.CenterStatistics.OfOrganization;
import cn.yigongti.consultation.statistics.Turnaround.Percentiles;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the sums of some quarters of a centre, whether folded or not. */
@Component
class KeptSums {

	private static final String OF_QUARTERS = " where center_id = :center and quarter = any (cast(:quarters as date[])) ";

	/**
	 * Nearest rank: the hours tell within which hour it lies, its minutes which it is.
	 * The rows without a type are for all types. Sums are numbers without bounds to
	 * PostgreSQL, with which it reckons slowly; hence the casts.
	 */
	private static final String PERCENTILES = """
			with hourly as (
				select type, hours, cast(sum(reported) as bigint) as reported from statistics_hour %1$s
				group by grouping sets ((type, hours), (hours)) having sum(reported) > 0
			), ranked as (
				select type, hours, reported, cast(sum(reported) over (partition by type order by hours) as bigint) as up_to,
					cast(sum(reported) over (partition by type) as bigint) as total
				from hourly
			), wanted as (
				select type, hours, percentile, (total * percentile + 99) / 100 as rank, up_to - reported as before
				from ranked cross join (values (50), (90)) percentiles (percentile)
				where (total * percentile + 99) / 100 between up_to - reported + 1 and up_to
			)
			select type, max(minutes) filter (where percentile = 50) as p50,
				max(minutes) filter (where percentile = 90) as p90
			from (select type, percentile, (
				select minutes from (
					select minutes, sum(sum(reported)) over (order by minutes) as up_to from statistics_minute %1$s
					and type = any (case when wanted.type is null then cast(:types as text[]) else array[wanted.type] end)
					and minutes >= wanted.hours * 60 and minutes < wanted.hours * 60 + 60
					group by minutes) hour
				where before + up_to >= rank order by minutes limit 1) as minutes
			from wanted) found group by type"""
		.formatted(OF_QUARTERS);

	/**
	 * An organization has the name of its relation to the centre, or, if it has none any
	 * more, that of its latest application.
	 */
	private static final String ORGANIZATIONS = """
			select counted.*, coalesce(r.applicant_name, (
				select applicant_name from consultation c
				where c.applicant_id = counted.applicant_id order by submitted_at desc, id desc limit 1)) as name
			from (
				select applicant_id, sum(applications) as applications, sum(reported) as reported,
					count(*) over () as organizations
				from statistics_applicant %s group by applicant_id having sum(applications) > 0
				order by applications desc, applicant_id limit :limit) counted
			left join consultation_relation r on r.applicant_id = counted.applicant_id and r.center_id = :center
			order by applications desc, counted.applicant_id""".formatted(OF_QUARTERS);

	private static final String[] TYPES = Stream.of(ConsultationType.values()).map(Enum::name).toArray(String[]::new);

	private final JdbcClient jdbc;

	/**
	 * The quarters of a centre.
	 *
	 * @param first first day of the first
	 */
	record Quarters(UUID center, LocalDate first, int count) {

		static Quarters of(UUID center, int year, @Nullable Integer quarter) {
			return (quarter != null) ? new Quarters(center, LocalDate.of(year, 3 * quarter - 2, 1), 1)
					: new Quarters(center, LocalDate.of(year, 1, 1), 4);
		}

		String[] days() {
			return Stream.iterate(this.first, (day) -> day.plusMonths(3))
				.limit(this.count)
				.map(LocalDate::toString)
				.toArray(String[]::new);
		}

	}

	/** What is summed up of a type. */
	record Volume(ConsultationType type, long applications, long reported, long late, BigDecimal seconds) {
	}

	/** Organizations, and how many there are in all. */
	record Organizations(long total, List<OfOrganization> first) {
	}

	private record Row(long total, OfOrganization organization) {
	}

	KeptSums(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** In the order of the types; those without applications are left out. */
	List<Volume> volumes(Quarters quarters) {
		return of(quarters, """
				select type, sum(applications) as applications, sum(reported) as reported, sum(late) as late,
					sum(seconds) as seconds
				from statistics_type""" + OF_QUARTERS + "group by type having sum(applications) > 0")
			.query((row, number) -> new Volume(ConsultationType.valueOf(row.getString("type")),
					row.getLong("applications"), row.getLong("reported"), row.getLong("late"),
					row.getBigDecimal("seconds")))
			.list()
			.stream()
			.sorted((one, other) -> one.type().compareTo(other.type()))
			.toList();
	}

	/** By type, and for all types under {@code null}. */
	Map<@Nullable ConsultationType, Percentiles> percentiles(Quarters quarters) {
		Map<@Nullable ConsultationType, Percentiles> found = new HashMap<>();
		of(quarters, PERCENTILES).param("types", TYPES).query((row) -> {
			String type = row.getString("type");
			found.put((type != null) ? ConsultationType.valueOf(type) : null,
					new Percentiles(row.getInt("p50"), row.getInt("p90")));
		});
		return found;
	}

	Organizations organizations(Quarters quarters, int limit) {
		List<Row> rows = of(quarters, ORGANIZATIONS).param("limit", limit)
			.query((row, number) -> new Row(row.getLong("organizations"),
					new OfOrganization(row.getObject("applicant_id", UUID.class), row.getString("name"),
							row.getLong("applications"), row.getLong("reported"),
							row.getLong("applications") - row.getLong("reported"))))
			.list();
		return new Organizations(rows.isEmpty() ? 0 : rows.getFirst().total(),
				rows.stream().map(Row::organization).toList());
	}

	long doctors(Quarters quarters) {
		return of(quarters, "select count(*) from (select from statistics_doctor" + OF_QUARTERS
				+ "group by doctor_id having sum(reported) > 0) signed")
			.query(Long.class)
			.single();
	}

	private JdbcClient.StatementSpec of(Quarters quarters, String sql) {
		return this.jdbc.sql(sql).param("center", quarters.center()).param("quarters", quarters.days());
	}

}
