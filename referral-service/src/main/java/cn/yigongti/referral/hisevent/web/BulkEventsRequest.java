package cn.yigongti.referral.hisevent.web;

import java.time.Instant;
import java.util.List;

import cn.yigongti.referral.course.ReferralStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Up to 500 events. Each is checked and answered for itself. */
record BulkEventsRequest(@NotNull @Size(min = 1, max = 500) List<@NotNull Item> items) {

	/** An event with the number of the referral it is about. */
	@Schema(name = "NumberedHospitalEvent")
	record Item(@Nullable String referralNumber, @Nullable String source, @Nullable String eventId,
			@Nullable ReferralStatus type, @Nullable Instant occurredAt, @Nullable String outpatientNumber,
			EventRequest.@Nullable DiagnosisPart diagnosis, @Nullable String department,
			@Nullable String inpatientNumber) {

		@SuppressWarnings("NullAway") // what is missing is found when the event is
										// validated
		EventRequest event() {
			return new EventRequest(this.source, this.eventId, this.type, this.occurredAt, this.outpatientNumber,
					this.diagnosis, this.department, this.inpatientNumber);
		}

	}

}
