package cn.yigongti.referral.hisevent;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import cn.yigongti.platform.test.AdjustableClock;
import cn.yigongti.platform.test.Calls.Answer;
import cn.yigongti.platform.test.PeerServer;
import cn.yigongti.referral.County;
import cn.yigongti.referral.ReferralServiceTest;
import cn.yigongti.referral.course.ReferralStatus;
import cn.yigongti.referral.ending.ExpireReferrals;
import cn.yigongti.referral.referral.ReferralBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * All ordered pairs of statuses over HTTP: sixteen move and fifty-six don't. Of those
 * fifty-six, seventeen are events whose status can still be reached when a move that is
 * missing comes; they are parked. All others are refused.
 */
@ReferralServiceTest
class SeventyTwoPairsTests {

	private static final String REFERRALS = "/api/v1/referrals/";

	private final County county;

	private final AdjustableClock clock;

	private final ExpireReferrals expire;

	private final Instant applied = Instant.now().minus(Duration.ofDays(2));

	SeventyTwoPairsTests(RestTestClient http, PeerServer peers, AdjustableClock clock, ExpireReferrals expire) {
		this.county = County.related(http, peers);
		this.clock = clock;
		this.expire = expire;
	}

	static Stream<Arguments> pairs() {
		return Stream.of(ReferralStatus.values())
			.flatMap((from) -> Stream.of(ReferralStatus.values())
				.filter((to) -> to != from)
				.map((to) -> Arguments.of(from, to)));
	}

	@AfterEach
	void setTheClock() {
		this.clock.putForward(Duration.ZERO);
	}

	@ParameterizedTest
	@MethodSource("pairs")
	void movesOrRefusesOrParks(ReferralStatus from, ReferralStatus to) {
		String id = at(from);
		assertThat(status(id)).isEqualTo(from);
		if (to == ReferralStatus.EXPIRED) {
			pass(validUntil(id).plusSeconds(1));
			this.expire.sweep();
			assertThat(status(id)).isEqualTo(from.mayGoTo(to) ? to : from);
			return;
		}
		Answer answer = (to == ReferralStatus.RETURNED) ? giveBack(id) : report(id, to, 40);
		if (from.mayGoTo(to)) {
			answer.is(200);
			assertThat(status(id)).isEqualTo(to);
			return;
		}
		if (from.reachesByHospital(to)) {
			assertThat(answer.is(202).text("outcome")).isEqualTo("PARKED");
		}
		else {
			answer.is(409, "illegal-transition");
		}
		assertThat(status(id)).isEqualTo(from);
	}

	@Test
	void countsSixteenMovesAndSeventeenParkedOfTheRest() {
		List<Arguments> all = pairs().toList();
		assertThat(all).hasSize(72);
		assertThat(all.stream().filter((pair) -> from(pair).mayGoTo(to(pair)))).hasSize(16);
		assertThat(
				all.stream().filter((pair) -> !from(pair).mayGoTo(to(pair)) && from(pair).reachesByHospital(to(pair))))
			.hasSize(17);
	}

	private static ReferralStatus from(Arguments pair) {
		return (ReferralStatus) pair.get()[0];
	}

	private static ReferralStatus to(Arguments pair) {
		return (ReferralStatus) pair.get()[1];
	}

	private String at(ReferralStatus status) {
		String id = this.county.importer().post("/api/v1/referrals", this.county.history(3)).is(201).text("id");
		int hour = 1;
		for (var event : ReferralBuilder.pathTo(status)) {
			report(id, event.type(), hour++).is(200);
		}
		if (status == ReferralStatus.RETURNED) {
			giveBack(id).is(200);
		}
		if (status == ReferralStatus.EXPIRED) {
			pass(validUntil(id).plusSeconds(1));
			this.expire.sweep();
			this.clock.putForward(Duration.ZERO);
		}
		return id;
	}

	/** What is reported of an ended referral happened after its end. */
	private Answer report(String id, ReferralStatus type, int hour) {
		Instant time = this.applied.plus(Duration.ofHours(hour));
		if (status(id) == ReferralStatus.EXPIRED) {
			time = validUntil(id).plusSeconds(60);
			pass(time);
		}
		else if (status(id) == ReferralStatus.RETURNED) {
			time = Instant.now().plusSeconds(60);
		}
		return this.county.peoplesHis().post(REFERRALS + id + "/events", this.county.event(type.name(), time));
	}

	private Answer giveBack(String id) {
		return this.county.peoplesDoctor().post(REFERRALS + id + "/return", Map.of("summary", "好转", "plan", "随访"));
	}

	private void pass(Instant time) {
		this.clock.putForward(Duration.between(Instant.now(), time).plusSeconds(1));
	}

	private Instant validUntil(String id) {
		return Instant.parse(this.county.peoplesDoctor().get(REFERRALS + id).is(200).text("validUntil"));
	}

	private ReferralStatus status(String id) {
		return ReferralStatus.valueOf(this.county.peoplesDoctor().get(REFERRALS + id).is(200).text("status"));
	}

}
