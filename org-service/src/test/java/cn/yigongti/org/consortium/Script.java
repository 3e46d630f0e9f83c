package cn.yigongti.org.consortium;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import cn.yigongti.org.consortium.Deed.Kind;

/** Chooses what to do next by what is the case then. */
record Script(LocalDate today) {

	private static final int MOST_CONSORTIA = 3;

	/**
	 * A step before it is known what it meets.
	 *
	 * @param pick which of all deeds of this kind
	 * @param plausible whether only of those that are allowed
	 */
	record Step(Kind kind, int pick, boolean plausible) {

	}

	/** Some past days, today, and some to come. */
	List<LocalDate> dates() {
		return Stream
			.concat(IntStream.rangeClosed(-6, -1).mapToObj((i) -> this.today.plusDays(i * 120L)),
					IntStream.rangeClosed(0, 2).mapToObj((i) -> this.today.plusDays(i * 30L)))
			.toList();
	}

	/** The deed, if there is one of that kind. */
	Optional<Deed> deed(Step step, ConsortiumModel model) {
		List<Deed> deeds = all(step.kind(), model)
			.filter((deed) -> !step.plausible() || (model.allows(deed) && changesSomething(deed, model)))
			.toList();
		return deeds.isEmpty() ? Optional.empty() : Optional.of(deeds.get(step.pick() % deeds.size()));
	}

	private static boolean changesSomething(Deed deed, ConsortiumModel model) {
		return deed.kind() != Kind.LEAD
				|| model.consortia.get(deed.consortium()).leads().getLast().whom() != deed.hospital();
	}

	private Stream<Deed> all(Kind kind, ConsortiumModel model) {
		Stream<Deed> ofHospitals = IntStream.range(0, model.hospitals.size())
			.mapToObj((hospital) -> new Deed(kind, model.consortia.size(), hospital, this.today));
		return switch (kind) {
			case ESTABLISH -> (model.consortia.size() < MOST_CONSORTIA) ? onAnyDate(ofHospitals) : Stream.of();
			case CLOSE -> onAnyDate(ofHospitals);
			case JOIN, LEAVE, LEAD ->
				onAnyDate(ofHospitals).flatMap((deed) -> IntStream.range(0, model.consortia.size())
					.mapToObj((consortium) -> new Deed(kind, consortium, deed.hospital(), deed.date())));
			case REOPEN -> ofHospitals.filter((deed) -> model.hospitals.get(deed.hospital()).closedOn != null);
			case MOVE, CHANGE_TIER ->
				ofHospitals.filter((deed) -> model.hospitals.get(deed.hospital()).closedOn == null);
		};
	}

	private Stream<Deed> onAnyDate(Stream<Deed> deeds) {
		return deeds.flatMap((deed) -> dates().stream()
			.map((date) -> new Deed(deed.kind(), deed.consortium(), deed.hospital(), date)));
	}

}
