package cn.yigongti.consultation.statistics;

import java.util.UUID;

import cn.yigongti.consultation.center.CenterList;
import cn.yigongti.consultation.center.ConsultationCenter;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.problem.NotFound;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Shows a caller the page of a centre. */
@Component
public class ReadCenterStatistics {

	public static final String PERMISSION = "consultation-center:read";

	private final CenterList centers;

	private final CenterPage page;

	ReadCenterStatistics(CenterList centers, CenterPage page) {
		this.centers = centers;
		this.page = page;
	}

	/**
	 * The statistics of a year, or of its quarter. The centre is looked for on the
	 * primary, so that it has a page as soon as it is there.
	 * @throws NotFound when there is no such centre, or none for this caller
	 */
	public CenterStatistics of(Caller caller, UUID id, int year, @Nullable Integer quarter) {
		ConsultationCenter center = this.centers.find(id, caller.scopeOf(PERMISSION))
			.orElseThrow(() -> new NotFound("consultation centre", id));
		return this.page.of(center, year, quarter);
	}

}
