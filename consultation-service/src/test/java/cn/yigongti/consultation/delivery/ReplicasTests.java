package cn.yigongti.consultation.delivery;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import cn.yigongti.consultation.consultation.Consultation;
import cn.yigongti.consultation.party.Party;
import cn.yigongti.platform.test.AdjustableClock;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Several at work on the same outbox, and some that die over it. */
@DeliveryTest
class ReplicasTests {

	private final ThirdParty system = ThirdParty.works();

	private final ThirdParty other = ThirdParty.works();

	private final Applicants applicants;

	private final Outbox outbox;

	private final Courier courier;

	private final DeliveryProperties properties;

	private final AdjustableClock clock;

	private final JdbcClient jdbc;

	private final Party applicant;

	ReplicasTests(Applicants applicants, Outbox outbox, Courier courier, DeliveryProperties properties,
			AdjustableClock clock, JdbcClient jdbc) {
		this.applicants = applicants;
		this.outbox = outbox;
		this.courier = courier;
		this.properties = properties;
		this.clock = clock;
		this.jdbc = jdbc;
		this.applicant = applicants.applicant(this.system.address());
	}

	@BeforeEach
	void begin() {
		this.applicants.forgetAll();
	}

	@AfterEach
	void end() {
		this.applicants.forgetAll();
		this.system.close();
		this.other.close();
	}

	@Test
	void sendNothingTwiceBetweenThem() {
		List<UUID> all = submit(40, this.applicant).stream()
			.map((one) -> this.applicants.deliveryOf(one).id())
			.toList();
		CountDownLatch bothAtWork = new CountDownLatch(2);
		this.system.meanwhile(() -> {
			bothAtWork.countDown();
			await(bothAtWork);
		});
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			CompletableFuture
				.allOf(IntStream.range(0, 4)
					.mapToObj((number) -> replica())
					.map((worker) -> CompletableFuture.runAsync(worker::deliverDue, threads))
					.toArray(CompletableFuture[]::new))
				.join();
		}
		assertThat(this.system.heard()).containsExactlyInAnyOrderElementsOf(all);
		assertThat(this.applicants.all()).extracting(Delivery::state).containsOnly(DeliveryState.DELIVERED);
	}

	@Test
	void leaveAloneWhatAnotherHasInHand() {
		Consultation consultation = submit(1, this.applicant).getFirst();
		this.system.meanwhile(() -> assertThat(replica().deliverDue()).isZero());
		assertThat(replica().deliverDue()).isOne();
		assertThat(this.applicants.deliveryOf(consultation).state()).isEqualTo(DeliveryState.DELIVERED);
		assertThat(this.system.heard()).hasSize(1);
	}

	@Test
	void repeatUnderTheSameIdWhatWasAnsweredButNotNoted() {
		Consultation consultation = submit(1, this.applicant).getFirst();
		this.system.meanwhile(this::loseTheHand);
		replica().deliverDue();
		assertThat(this.applicants.deliveryOf(consultation).state()).isEqualTo(DeliveryState.PENDING);
		assertThat(replica().deliverDue()).isZero();

		this.system.work();
		this.clock.putForward(this.properties.lease().plusSeconds(1));
		replica().deliverDue();
		Delivery delivery = this.applicants.deliveryOf(consultation);
		assertThat(delivery.state()).isEqualTo(DeliveryState.DELIVERED);
		assertThat(this.system.heard()).containsExactly(delivery.id(), delivery.id());
		assertThat(this.system.taken()).hasSize(1);
		assertThat(this.applicants.outcomesOf(consultation)).containsExactly("-", "duplicate");
	}

	@Test
	void letNoDeadHostHoldUpAnother() {
		this.system.answer(503, "");
		List<Consultation> toTheDead = submit(12, this.applicant);
		List<Consultation> toTheLiving = submit(3, this.applicants.applicant(this.other.address()));
		DeliveryWorker worker = replica();
		worker.deliverDue();
		assertThat(toTheLiving).allMatch((one) -> stateOf(one) == DeliveryState.DELIVERED);
		assertThat(this.system.heard()).hasSize(this.properties.failuresToSuspend());

		this.clock.putForward(Duration.ofSeconds(29));
		worker.deliverDue();
		assertThat(this.system.heard()).hasSize(this.properties.failuresToSuspend());
		assertThat(toTheDead.stream().filter((one) -> this.applicants.deliveryOf(one).attempts() == 0)).hasSize(7);

		this.clock.putForward(Duration.ofSeconds(40));
		worker.deliverDue();
		assertThat(this.system.heard()).as("one probe").hasSize(this.properties.failuresToSuspend() + 1);

		this.system.work();
		this.clock.putForward(Duration.ofMinutes(2));
		worker.deliverDue();
		assertThat(toTheDead).allMatch((one) -> stateOf(one) == DeliveryState.DELIVERED);
	}

	@Test
	void workWithSomeHandsAtOnceAndFewerForEachHost() throws InterruptedException {
		submit(30, this.applicant);
		submit(30, this.applicants.applicant(this.other.address()));
		AtOnce here = new AtOnce();
		this.system.meanwhile(here::pass);
		DeliveryWorker worker = replica();
		worker.wake();
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(this.applicants.all()).extracting(Delivery::state)
				.containsOnly(DeliveryState.DELIVERED));
		worker.stop();
		assertThat(this.system.heard()).hasSize(30).doesNotHaveDuplicates();
		assertThat(this.other.heard()).hasSize(30).doesNotHaveDuplicates();
		assertThat(here.most.get()).isBetween(2, this.properties.concurrencyPerHost());
	}

	@Test
	void sparesAHostThatIsBusyEnough() {
		Hosts hosts = new Hosts(this.properties, this.clock);
		List<Hosts.Call> calls = Stream.generate(() -> hosts.admit("a:1"))
			.limit(this.properties.concurrencyPerHost())
			.map((admitted) -> admitted.orElseThrow())
			.toList();
		assertThat(hosts.spared()).containsExactly("a:1");
		assertThat(hosts.admit("a:1")).isEmpty();
		assertThat(hosts.admit("b:1")).isPresent();
		calls.getFirst().close();
		assertThat(hosts.spared()).isEmpty();
	}

	/** Counts how many are there together; the first waits for the second. */
	private static final class AtOnce {

		private final AtomicInteger now = new AtomicInteger();

		private final AtomicInteger most = new AtomicInteger();

		private final CountDownLatch two = new CountDownLatch(2);

		void pass() {
			this.most.accumulateAndGet(this.now.incrementAndGet(), Math::max);
			this.two.countDown();
			await(this.two);
			this.now.decrementAndGet();
		}

	}

	private DeliveryState stateOf(Consultation consultation) {
		return this.applicants.deliveryOf(consultation).state();
	}

	/** What is left of a process that dies while it listens to the answer. */
	private void loseTheHand() {
		this.jdbc.sql("update consultation_delivery set runner = gen_random_uuid() where runner is not null").update();
	}

	private List<Consultation> submit(int number, Party by) {
		return Stream.generate(() -> this.applicants.submit(by)).limit(number).toList();
	}

	private DeliveryWorker replica() {
		return new DeliveryWorker(this.outbox, this.courier, new Hosts(this.properties, this.clock), this.properties);
	}

	private static void await(CountDownLatch latch) {
		try {
			assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
