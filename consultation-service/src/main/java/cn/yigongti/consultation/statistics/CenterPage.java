package cn.yigongti.consultation.statistics;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import cn.yigongti.consultation.center.ConsultationCenter;
import cn.yigongti.consultation.consultation.ConsultationType;
import cn.yigongti.consultation.statistics.CenterStatistics.OfType;
import cn.yigongti.consultation.statistics.CenterStatistics.Overdue;
import cn.yigongti.consultation.statistics.KeptSums.Organizations;
import cn.yigongti.consultation.statistics.KeptSums.Quarters;
import cn.yigongti.consultation.statistics.KeptSums.Volume;
import cn.yigongti.consultation.statistics.Turnaround.Percentiles;
import cn.yigongti.platform.period.Period;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Puts a centre page together, all of it as of one moment. */
@Component
class CenterPage {

	/** More than any consortium has members. */
	static final int ORGANIZATIONS = 2000;

	/** Answered by the index {@code consultation_with_center} alone. */
	private static final String OVERDUE = """
			select count(*) from consultation
			where center_id = :center and submitted_at >= :from and submitted_at < :until and due_at < :now
			and status in ('SUBMITTED', 'ACCEPTED', 'SCHEDULED')""";

	private final JdbcClient jdbc;

	private final KeptSums sums;

	private final Clock clock;

	CenterPage(JdbcClient jdbc, KeptSums sums, Clock clock) {
		this.jdbc = jdbc;
		this.sums = sums;
		this.clock = clock;
	}

	@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
	public CenterStatistics of(ConsultationCenter center, int year, @Nullable Integer quarter) {
		Period period = Period.ofYear(year, quarter);
		Instant from = Objects.requireNonNull(period.from());
		Instant until = Objects.requireNonNull(period.until());
		Quarters quarters = Quarters.of(center.id(), year, quarter);
		Instant now = this.clock.instant();
		List<Volume> volumes = this.sums.volumes(quarters);
		Map<@Nullable ConsultationType, Percentiles> percentiles = this.sums.percentiles(quarters);
		Organizations organizations = this.sums.organizations(quarters, ORGANIZATIONS);
		long applications = volumes.stream().mapToLong(Volume::applications).sum();
		long reported = volumes.stream().mapToLong(Volume::reported).sum();
		BigDecimal seconds = volumes.stream().map(Volume::seconds).reduce(BigDecimal.ZERO, BigDecimal::add);
		Overdue overdue = new Overdue(volumes.stream().mapToLong(Volume::late).sum(),
				overdue(center, from, until, now));
		return new CenterStatistics(center.id(), year, quarter, now, organizations.total(), related(center),
				this.sums.doctors(quarters), center.reportingDoctors().size(), applications, reported,
				applications - reported, overdue, turnaround(seconds, reported, percentiles.get(null)),
				volumes.stream().map((volume) -> ofType(volume, percentiles.get(volume.type()))).toList(),
				organizations.first());
	}

	private static OfType ofType(Volume volume, @Nullable Percentiles percentiles) {
		return new OfType(volume.type(), volume.applications(), volume.reported(),
				volume.applications() - volume.reported(),
				turnaround(volume.seconds(), volume.reported(), percentiles));
	}

	private static Turnaround turnaround(BigDecimal seconds, long reported, @Nullable Percentiles percentiles) {
		return (percentiles != null) ? Turnaround.of(seconds, reported, percentiles) : Turnaround.NONE;
	}

	private long related(ConsultationCenter center) {
		return this.jdbc.sql("select count(*) from consultation_relation where center_id = :center")
			.param("center", center.id())
			.query(Long.class)
			.single();
	}

	private long overdue(ConsultationCenter center, Instant from, Instant until, Instant now) {
		return this.jdbc.sql(OVERDUE)
			.param("center", center.id())
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("from", from.atOffset(ZoneOffset.UTC))
			.param("until", until.atOffset(ZoneOffset.UTC))
			.query(Long.class)
			.single();
	}

}
