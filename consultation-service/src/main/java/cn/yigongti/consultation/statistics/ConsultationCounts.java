package cn.yigongti.consultation.statistics;

import java.time.Instant;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * How many consultations there are, in groups.
 *
 * @param total of all groups, whether listed or not
 */
public record ConsultationCounts(
		@Schema(description = "The largest first, up to 2000; months in their order") List<Group> groups, long total,
		Instant asOf) {

	/** Of one type, status, applicant, centre or month. */
	public record Group(String key, long count) {
	}

}
