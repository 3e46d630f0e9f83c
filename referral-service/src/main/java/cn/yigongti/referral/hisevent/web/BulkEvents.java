package cn.yigongti.referral.hisevent.web;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.problem.NotFound;
import cn.yigongti.platform.problem.OutOfScope;
import cn.yigongti.referral.hisevent.ItemProblems;
import cn.yigongti.referral.hisevent.ReceiveReport;
import cn.yigongti.referral.referral.ReferralTrail;
import cn.yigongti.referral.referral.Rights;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;

import org.springframework.stereotype.Component;

/**
 * Takes many events, each in a transaction of its own. Those of a referral are taken in
 * the order given; referrals are taken in the order of their numbers, so that two who
 * send at the same time don't wait for each other in a circle.
 */
@Component
class BulkEvents {

	private final ReceiveReport receive;

	private final Validator validator;

	private final ItemProblems problems;

	private final ReferralTrail trail;

	BulkEvents(ReceiveReport receive, Validator validator, ItemProblems problems, ReferralTrail trail) {
		this.trail = trail;
		this.receive = receive;
		this.validator = validator;
		this.problems = problems;
	}

	List<BulkEventsResponse.Item> receive(Caller caller, List<BulkEventsRequest.Item> items) {
		return IntStream.range(0, items.size())
			.boxed()
			.sorted(Comparator.comparing((Integer index) -> numberOf(items.get(index))))
			.map((index) -> receive(caller, index, items.get(index)))
			.sorted(Comparator.comparingInt(BulkEventsResponse.Item::index))
			.toList();
	}

	private static String numberOf(BulkEventsRequest.Item item) {
		return (item.referralNumber() != null) ? item.referralNumber() : "";
	}

	private BulkEventsResponse.Item receive(Caller caller, int index, BulkEventsRequest.Item item) {
		try {
			EventRequest event = item.event();
			Set<ConstraintViolation<EventRequest>> violations = this.validator.validate(event);
			if (!violations.isEmpty()) {
				throw new ConstraintViolationException(violations);
			}
			if (item.referralNumber() == null) {
				throw new NotFound("referral", "without number");
			}
			return BulkEventsResponse.Item.of(index, item,
					this.receive.receive(caller, item.referralNumber(), event.report()).accepted());
		}
		catch (RuntimeException ex) {
			if (ex instanceof OutOfScope) {
				this.trail.denied(caller, Rights.REPORT, item.referralNumber());
			}
			return BulkEventsResponse.Item.of(index, item, this.problems.explain(ex));
		}
	}

}
