package cn.yigongti.consultation.statistics;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import cn.yigongti.consultation.consultation.Consultation;
import cn.yigongti.consultation.consultation.ConsultationType;
import cn.yigongti.consultation.consultation.Consultations;
import cn.yigongti.consultation.consultation.IllegalTransition;
import cn.yigongti.consultation.party.Party;
import cn.yigongti.consultation.statistics.OpenedCenters.Place;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What happens to some consultations at two centres: each step is a transaction, or
 * nothing where it isn't legal.
 */
class Story {

	/** The first moment of 2025 in China. */
	private static final Instant START = Instant.parse("2024-12-31T16:00:00Z");

	/** Two years, in which whole quarters of an hour hit the ends of periods at times. */
	private static final int QUARTER_HOURS = 2 * 365 * 96;

	enum Kind {

		SUBMIT, SUBMIT_AT_AN_END, ACCEPT, SCHEDULE, SEND_BACK, RESUBMIT, DECLINE, CANCEL, REPORT, AMEND_REPORT, FOLD

	}

	/**
	 * Something to do.
	 *
	 * @param pick which consultation, organization, time and doctor
	 */
	record Step(Kind kind, int pick) {
	}

	private final TransactionTemplate transaction;

	private final Cases cases;

	private final FoldChanges folding;

	private final List<UUID> consultations = new CopyOnWriteArrayList<>();

	private final List<UUID> doctors = Stream.generate(UUID::randomUUID).limit(5).toList();

	private final List<Party> applicants;

	final List<Place> centers;

	Story(JdbcClient jdbc, Consultations consultations, TransactionTemplate transaction) {
		this.transaction = transaction;
		this.cases = new Cases(jdbc, consultations);
		this.folding = new FoldChanges(jdbc, transaction, new SimpleMeterRegistry());
		OpenedCenters all = new OpenedCenters(jdbc);
		UUID consortium = UUID.randomUUID();
		this.centers = List.of(all.open("县人民医院", consortium, 3), all.open("县中医院", consortium, 0));
		this.applicants = IntStream.range(0, 6)
			.mapToObj((n) -> OpenedCenters.applicant("卫生院" + n, consortium))
			.toList();
		this.applicants.stream().limit(4).forEach((applicant) -> all.relate(applicant, this.centers.getFirst()));
	}

	/** Whether it was legal. */
	boolean happens(Step step) {
		if (step.kind() == Kind.FOLD) {
			return this.folding.fold(1 + step.pick() % 40) > 0;
		}
		try {
			Objects.requireNonNull(this.transaction.execute((status) -> act(step))).ifPresent(this.consultations::add);
			return true;
		}
		catch (IllegalTransition | NoSuchCase | OptimisticLockingFailureException ex) {
			return false;
		}
	}

	/** A new consultation, if it was one. */
	private Optional<UUID> act(Step step) {
		int pick = step.pick();
		if (step.kind() == Kind.SUBMIT) {
			return Optional.of(submit(pick, START.plus(Duration.ofMinutes(15L * (pick % QUARTER_HOURS)))));
		}
		if (step.kind() == Kind.SUBMIT_AT_AN_END) {
			return Optional.of(submit(pick, endOfQuarter(pick)));
		}
		if (step.kind() == Kind.REPORT || step.kind() == Kind.AMEND_REPORT) {
			report(pick, step.kind() == Kind.AMEND_REPORT);
		}
		else {
			this.cases.move(some(pick), (one) -> move(one, step));
		}
		return Optional.empty();
	}

	private static void move(Consultation one, Step step) {
		Instant now = Instant.now();
		switch (step.kind()) {
			case ACCEPT -> one.accept(now);
			case SCHEDULE -> one.schedule(now, now);
			case SEND_BACK -> one.sendBack(now);
			case RESUBMIT -> one.resubmit(dueAfter(one, step.pick()), now);
			case DECLINE -> one.decline("非本中心业务", now, now);
			case CANCEL -> one.cancel("患者已转院", now, now);
			default -> throw new IllegalArgumentException(step.toString());
		}
	}

	/** The last second of a quarter in China, or the first of the next. */
	private static Instant endOfQuarter(int pick) {
		Instant end = START.atZone(Consultation.ZONE).plusMonths(3L * (1 + pick % 7)).toInstant();
		return end.minusSeconds(pick % 2);
	}

	private static Instant dueAfter(Consultation consultation, int pick) {
		return consultation.submission().submittedAt().plus(Duration.ofHours(pick % 50));
	}

	/** Half of them clinical, because only few of those come to be scheduled. */
	private UUID submit(int pick, Instant at) {
		ConsultationType[] types = ConsultationType.values();
		return this.cases.submit(this.centers.get(pick % 2), this.applicants.get(pick / 2 % this.applicants.size()),
				types[Math.max(0, pick / 12 % 8 - 3)], at, pick % 3 == 0);
	}

	/** A few times occur again and again, so that percentiles lie among equals. */
	private void report(int pick, boolean amendment) {
		UUID id = some(pick);
		long seconds = (pick % 4 == 0) ? 1800 : pick % 200_000;
		boolean isReported = this.cases.consultations().findById(id).orElseThrow().reported() != null;
		if (amendment != isReported) {
			throw new NoSuchCase();
		}
		this.cases.report(id, this.doctors.get(pick / 3 % this.doctors.size()), Duration.ofSeconds(seconds));
	}

	private UUID some(int pick) {
		if (this.consultations.isEmpty()) {
			throw new NoSuchCase();
		}
		return this.consultations.get(pick % this.consultations.size());
	}

	private static final class NoSuchCase extends RuntimeException {

		private static final long serialVersionUID = 1L;

	}

}
