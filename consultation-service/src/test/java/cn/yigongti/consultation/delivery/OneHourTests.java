package cn.yigongti.consultation.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import cn.yigongti.consultation.consultation.Consultation;
import cn.yigongti.consultation.party.Party;
import cn.yigongti.platform.test.AdjustableClock;
import cn.yigongti.platform.test.PeerServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** A third-party system that does everything wrong for an hour, minute by minute. */
@DeliveryTest
@ExtendWith(OutputCaptureExtension.class)
class OneHourTests {

	private final ThirdParty system = ThirdParty.works();

	private final ThirdParty elsewhere = ThirdParty.works();

	private final List<Consultation> submitted = new ArrayList<>();

	private final Applicants applicants;

	private final DeliveryWorker worker;

	private final AdjustableClock clock;

	private final PeerServer peers;

	OneHourTests(Applicants applicants, DeliveryWorker worker, AdjustableClock clock, PeerServer peers) {
		this.applicants = applicants;
		this.worker = worker;
		this.clock = clock;
		this.peers = peers;
	}

	@BeforeEach
	void begin() {
		this.applicants.forgetAll();
	}

	@AfterEach
	void end() {
		this.applicants.forgetAll();
		this.system.close();
		this.elsewhere.close();
	}

	@Test
	void deliversEachSubmissionOnceWhateverTheOtherSideDoes(CapturedOutput output) {
		Party applicant = this.applicants.applicant(this.system.address());
		for (int minute = 0; minute < 60; minute++) {
			behaveAsIn(minute, applicant);
			if (minute % 6 == 0) {
				submitUnnoticed(applicant);
			}
			pass(minute);
		}
		assertThat(this.applicants.all()).extracting(Delivery::state).contains(DeliveryState.PENDING);
		this.applicants.hasSystemAt(applicant, this.system.work().address());
		for (int minute = 60; minute < 100 && isAnyPending(); minute++) {
			pass(minute);
		}

		assertThat(this.applicants.all()).hasSize(10)
			.allMatch((delivery) -> delivery.state() == DeliveryState.DELIVERED);
		assertThat(this.system.taken().keySet())
			.isEqualTo(this.applicants.all().stream().map(Delivery::id).collect(Collectors.toSet()));
		assertThat(this.system.taken().values().stream().map((body) -> body.path("consultationId").asString()).toList())
			.containsExactlyInAnyOrderElementsOf(this.submitted.stream().map((one) -> one.id().toString()).toList());
		assertThat(this.elsewhere.heard()).isEmpty();
		assertThat(this.submitted.stream().flatMap((one) -> this.applicants.outcomesOf(one).stream()))
			.contains("status-503", "connect", "timeout", "broken-off", "unreadable-answer", "answer-too-large",
					"status-302")
			.containsAnyOf("delivered", "duplicate");
		assertThat(output.getAll()).doesNotContain(Applicants.PATIENT, Applicants.ID_NUMBER, "13800000001");
	}

	private void behaveAsIn(int minute, Party applicant) {
		switch (minute) {
			case 0 -> this.system.answer(503, "<h1>Service Unavailable</h1>");
			case 12 -> this.applicants.hasSystemAt(applicant, this.system.addressOfNobody());
			case 22 -> this.applicants.hasSystemAt(applicant, this.system.staySilent().address());
			case 27 -> this.system.hangUp();
			case 35 -> this.system.answer(200, "<html>登录</html>");
			case 44 -> this.system.pour();
			case 52 -> this.system.answer(302, "Location", this.elsewhere.address());
			default -> {
			}
		}
	}

	/** A submission that calls somebody would be noticed by the applicant. */
	private void submitUnnoticed(Party applicant) {
		int asked = this.peers.getAllServeEvents().size();
		int told = this.system.paths().size();
		this.submitted.add(this.applicants.submit(applicant));
		assertThat(this.peers.getAllServeEvents()).hasSize(asked);
		assertThat(this.system.paths()).hasSize(told);
	}

	private void pass(int minute) {
		this.clock.putForward(Duration.ofMinutes(minute));
		this.worker.deliverDue();
	}

	private boolean isAnyPending() {
		return Set.copyOf(this.applicants.all().stream().map(Delivery::state).toList()).contains(DeliveryState.PENDING);
	}

}
