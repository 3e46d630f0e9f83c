package cn.yigongti.consultation.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import cn.yigongti.consultation.center.ConsultationCenter;
import cn.yigongti.consultation.consultation.ConsultationType;
import cn.yigongti.consultation.statistics.CenterStatistics.OfOrganization;
import cn.yigongti.consultation.statistics.CenterStatistics.OfType;
import cn.yigongti.consultation.statistics.CenterStatistics.Overdue;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The definitions once more, on the rows alone: what a centre page must show. */
record CountedRows(JdbcClient jdbc) {

	private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

	private static final String MEASURES = """
			count(*) filter (where status <> 'CANCELLED' and status <> 'DECLINED') as applications,
			count(first_reported_at) as reported,
			avg(extract(epoch from first_reported_at - submitted_at)) / 60 as mean,
			percentile_disc(0.5) within group (order by trunc(extract(epoch from first_reported_at - submitted_at) / 60))
				as p50,
			percentile_disc(0.9) within group (order by trunc(extract(epoch from first_reported_at - submitted_at) / 60))
				as p90,
			count(*) filter (where first_reported_at > due_at) as late,
			count(*) filter (where status in ('SUBMITTED', 'ACCEPTED', 'SCHEDULED') and due_at < :now) as overdue,
			count(distinct applicant_id) filter (where status not in ('CANCELLED', 'DECLINED')) as applicants,
			(count(distinct r.doctor_id)) as doctors""";

	private static final String ROWS = """
			from consultation c left join consultation_report r on r.consultation_id = c.id and r.version = 1
			where center_id = :center and submitted_at >= :from and submitted_at < :until""";

	CenterStatistics expected(ConsultationCenter center, int year, @Nullable Integer quarter, Instant now) {
		CenterStatistics totals = of(center, year, quarter, now, "select " + MEASURES + " " + ROWS)
			.query((row, number) -> {
				long applications = row.getLong("applications");
				long reported = row.getLong("reported");
				return new CenterStatistics(center.id(), year, quarter, now, row.getLong("applicants"), related(center),
						row.getLong("doctors"), center.reportingDoctors().size(), applications, reported,
						applications - reported, new Overdue(row.getLong("late"), row.getLong("overdue")),
						turnaround(row.getBigDecimal("mean"), row.getInt("p50"), row.getInt("p90")), List.of(),
						List.of());
			})
			.single();
		return withParts(totals, types(center, year, quarter, now), organizations(center, year, quarter, now));
	}

	private int related(ConsultationCenter center) {
		return this.jdbc.sql("select applicant_id from consultation_relation where center_id = :center")
			.param("center", center.id())
			.query(UUID.class)
			.set()
			.size();
	}

	private List<OfType> types(ConsultationCenter center, int year, @Nullable Integer quarter, Instant now) {
		return of(center, year, quarter, now, "select type, " + MEASURES + " " + ROWS + " group by type")
			.query((row, number) -> new OfType(ConsultationType.valueOf(row.getString("type")),
					row.getLong("applications"), row.getLong("reported"),
					row.getLong("applications") - row.getLong("reported"),
					turnaround(row.getBigDecimal("mean"), row.getInt("p50"), row.getInt("p90"))))
			.list()
			.stream()
			.filter((type) -> type.applications() > 0)
			.sorted((one, other) -> one.type().compareTo(other.type()))
			.toList();
	}

	private List<OfOrganization> organizations(ConsultationCenter center, int year, @Nullable Integer quarter,
			Instant now) {
		return of(center, year, quarter, now,
				"select applicant_id, max(applicant_name) as name, " + MEASURES + " " + ROWS
						+ " group by applicant_id order by applications desc, applicant_id")
			.query((row, number) -> new OfOrganization(row.getObject("applicant_id", UUID.class), row.getString("name"),
					row.getLong("applications"), row.getLong("reported"),
					row.getLong("applications") - row.getLong("reported")))
			.list()
			.stream()
			.filter((organization) -> organization.applications() > 0)
			.toList();
	}

	private JdbcClient.StatementSpec of(ConsultationCenter center, int year, @Nullable Integer quarter, Instant now,
			String sql) {
		LocalDate first = LocalDate.of(year, (quarter != null) ? quarter * 3 - 2 : 1, 1);
		LocalDate next = (quarter != null) ? first.plusMonths(3) : first.plusYears(1);
		return this.jdbc.sql(sql)
			.param("center", center.id())
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("from", first.atStartOfDay(CHINA).toOffsetDateTime())
			.param("until", next.atStartOfDay(CHINA).toOffsetDateTime());
	}

	private static Turnaround turnaround(@Nullable BigDecimal mean, int p50, int p90) {
		return (mean != null) ? new Turnaround(mean.setScale(2, RoundingMode.HALF_UP), p50, p90) : Turnaround.NONE;
	}

	private static CenterStatistics withParts(CenterStatistics of, List<OfType> types,
			List<OfOrganization> organizations) {
		return new CenterStatistics(of.centerId(), of.year(), of.quarter(), of.asOf(), of.participatingOrganizations(),
				of.relatedOrganizations(), of.reportingDoctors(), of.listedReportingDoctors(), of.applications(),
				of.reported(), of.outstanding(), of.overdue(), of.turnaroundMinutes(), types, organizations);
	}

}
