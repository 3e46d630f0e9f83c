package cn.yigongti.referral.hisevent.web;

import java.util.List;
import java.util.UUID;

import cn.yigongti.referral.course.ReferralStatus;
import cn.yigongti.referral.hisevent.EventOutcome;
import cn.yigongti.referral.hisevent.Received;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ProblemDetail;

/** One answer for each event, in the order in which they were sent. */
record BulkEventsResponse(List<Item> items) {

	/**
	 * What a single request would have been answered.
	 *
	 * @param status HTTP status
	 */
	@Schema(name = "NumberedEventAnswer")
	record Item(int index, @Nullable String referralNumber, @Nullable String eventId, int status,
			@Nullable EventOutcome outcome, @Nullable UUID referralId, @Nullable ReferralStatus referralStatus,
			@Nullable ProblemDetail problem) {

		static Item of(int index, BulkEventsRequest.Item item, Received received) {
			return new Item(index, item.referralNumber(), item.eventId(), received.isParked() ? 202 : 200,
					received.outcome(), received.referral().id(), received.referral().status(), null);
		}

		static Item of(int index, BulkEventsRequest.Item item, ProblemDetail problem) {
			return new Item(index, item.referralNumber(), item.eventId(), problem.getStatus(), null, null, null,
					problem);
		}

	}

}
