package cn.yigongti.consultation.openwork;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import cn.yigongti.consultation.consultation.ConsultationStatus;
import cn.yigongti.consultation.consultation.Rights;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.paging.Condition;
import cn.yigongti.platform.paging.ScopedSides;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts consultations for which somebody still has to do something. Reads the primary:
 * who decides by these counts needs the latest.
 */
@Component
public class OpenCounts {

	/** Word for word what the indexes {@code consultation_open_…} are made for. */
	private static final String OPEN = Arrays.stream(ConsultationStatus.values())
		.filter(ConsultationStatus::isOpen)
		.map((status) -> "'" + status + "'")
		.collect(Collectors.joining(", ", "status in (", ")"));

	private final JdbcClient jdbc;

	private final Clock clock;

	OpenCounts(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Counts for each of these organizations, in their order, what the caller may see.
	 * Zero for those that no consultation names.
	 */
	public List<OpenCount> of(Caller caller, Collection<UUID> organizations) {
		Instant now = this.clock.instant();
		Condition within = Condition
			.anyOf(ScopedSides.within(caller.scopeOf(Rights.READ), "applicant", "center_organization"));
		return this.jdbc.sql(statement(within))
			.params(within.parameters())
			.param("organizations", organizations.stream().map(UUID::toString).toArray(String[]::new))
			.query((row, number) -> new OpenCount(row.getObject("id", UUID.class), row.getLong("as_source"),
					row.getLong("as_target"), now))
			.list();
	}

	static String statement(Condition within) {
		return """
				select asked.id, (%s) as as_source, (%s) as as_target
				from unnest(cast(:organizations as uuid[])) with ordinality asked (id, place) order by asked.place"""
			.formatted(count("applicant_id", within), count("center_organization_id", within));
	}

	private static String count(String side, Condition within) {
		return "select count(*) from consultation where %s = asked.id and %s and %s".formatted(side, OPEN,
				within.sql());
	}

}
