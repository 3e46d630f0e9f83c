package cn.yigongti.referral.hisevent.web;

import java.util.UUID;

import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.caller.RequiresPermission;
import cn.yigongti.referral.hisevent.ReceiveReport;
import cn.yigongti.referral.hisevent.Received;
import cn.yigongti.referral.referral.Rights;
import cn.yigongti.referral.referral.web.ReferralPresenter;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Hospital events", description = "What the receiver's hospital system reports of a referred patient")
class EventController {

	private final ReceiveReport receive;

	private final BulkEvents bulk;

	private final ReferralPresenter presenter;

	EventController(ReceiveReport receive, BulkEvents bulk, ReferralPresenter presenter) {
		this.receive = receive;
		this.bulk = bulk;
		this.presenter = presenter;
	}

	@PostMapping("/api/v1/referrals/{id}/events")
	@RequiresPermission(Rights.REPORT)
	@Operation(summary = "Report an event",
			description = "Idempotent on source and eventId of the hospital. Events may come in any order: the end is "
					+ "the same.")
	@ApiResponse(responseCode = "200", description = "APPLIED, RECORDED or DUPLICATE")
	@ApiResponse(responseCode = "202", description = "PARKED until a move that is missing comes")
	@ApiResponse(responseCode = "409", description = "illegal-transition: refused, but kept in the log")
	ResponseEntity<EventResponse> receive(Caller caller, @PathVariable UUID id,
			@Valid @RequestBody EventRequest request) {
		Received received = this.receive.receive(caller, id, request.report()).accepted();
		return ResponseEntity.status(received.isParked() ? HttpStatus.ACCEPTED : HttpStatus.OK)
			.body(new EventResponse(received.outcome(), this.presenter.masked(received.referral())));
	}

	@PostMapping("/api/v1/referral-events")
	@RequiresPermission(Rights.REPORT)
	@Operation(summary = "Report up to 500 events by referral number",
			description = "Each is answered as if it had come alone; one that is refused takes no other with it.")
	BulkEventsResponse receiveMany(Caller caller, @Valid @RequestBody BulkEventsRequest request) {
		return new BulkEventsResponse(this.bulk.receive(caller, request.items()));
	}

}
