package cn.yigongti.org.consortium;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Consortia of one county as simply as they can be thought of: lists of stays and of
 * leaderships, searched from end to end. Organizations and consortia go by their
 * positions; all organizations have been open since long before the first date.
 */
class ConsortiumModel {

	final List<Hospital> hospitals = new ArrayList<>();

	final List<Consortium> consortia = new ArrayList<>();

	final LocalDate today;

	ConsortiumModel(LocalDate today) {
		this.today = today;
	}

	/** An organization; {@code home} and {@code county} hold from today on. */
	static class Hospital {

		final List<Stay> stays = new ArrayList<>();

		@Nullable LocalDate closedOn;

		boolean home = true;

		boolean county = true;

	}

	/** Those who lead it, in the order in which they do. */
	record Consortium(LocalDate establishedOn, List<Stay> leads) {

		Consortium(LocalDate establishedOn) {
			this(establishedOn, new ArrayList<>());
		}

	}

	/** A time in the consortium, or as the lead, with this position. */
	record Stay(int whom, LocalDate from, @Nullable LocalDate until) {

		boolean isOn(LocalDate date) {
			return !this.from.isAfter(date) && reachesBeyond(date);
		}

		boolean reachesBeyond(LocalDate date) {
			return this.until == null || this.until.isAfter(date);
		}

		boolean overlaps(Stay other) {
			return reachesBeyond(other.from) && other.reachesBeyond(this.from);
		}

		Stay until(LocalDate date) {
			return new Stay(this.whom, this.from, date);
		}

	}

	/** Whether this can be done now. */
	boolean allows(Deed deed) {
		Hospital hospital = this.hospitals.get(deed.hospital());
		return switch (deed.kind()) {
			case ESTABLISH -> !deed.date().isAfter(this.today) && hospital.county && isFree(hospital, deed.date());
			case JOIN -> !consortium(deed).establishedOn().isAfter(deed.date()) && isFree(hospital, deed.date());
			case LEAVE -> stayThatEnds(deed).filter((stay) -> canEnd(hospital, stay, deed)).isPresent();
			case LEAD -> canLead(hospital, deed);
			case CLOSE -> hospital.closedOn == null && !leadsBeyond(deed.hospital(), deed.date());
			case REOPEN -> hospital.closedOn != null;
			case MOVE -> hospital.closedOn == null && (!hospital.home || staysBeyond(hospital, this.today).isEmpty());
			case CHANGE_TIER ->
				hospital.closedOn == null && !(hospital.county && leadsBeyond(deed.hospital(), this.today));
		};
	}

	private boolean isFree(Hospital hospital, LocalDate from) {
		return hospital.closedOn == null && hospital.home && staysBeyond(hospital, from).isEmpty();
	}

	private boolean canEnd(Hospital hospital, Stay stay, Deed deed) {
		boolean leads = consortium(deed).leads()
			.stream()
			.anyMatch((lead) -> lead.whom() == deed.hospital() && lead.reachesBeyond(deed.date()));
		boolean closedBefore = hospital.closedOn != null && deed.date().isAfter(hospital.closedOn);
		boolean meetsAnother = hospital.stays.stream()
			.anyMatch((other) -> !other.equals(stay) && other.overlaps(stay.until(deed.date())));
		return !leads && !deed.date().isBefore(stay.from()) && !closedBefore && !meetsAnother;
	}

	private boolean canLead(Hospital hospital, Deed deed) {
		Stay latest = consortium(deed).leads().getLast();
		boolean member = hospital.stays.stream()
			.anyMatch((stay) -> stay.whom() == deed.consortium() && stay.isOn(deed.date()) && stay.until() == null);
		return !deed.date().isBefore(latest.from()) && member && hospital.county;
	}

	/**
	 * The one a leave is about: the last that has begun by then, of those not over yet.
	 */
	private Optional<Stay> stayThatEnds(Deed deed) {
		List<Stay> stays = staysBeyond(this.hospitals.get(deed.hospital()), this.today).stream()
			.filter((stay) -> stay.whom() == deed.consortium())
			.sorted(Comparator.comparing(Stay::from))
			.toList();
		return stays.stream()
			.filter((stay) -> !stay.from().isAfter(deed.date()))
			.reduce((first, second) -> second)
			.or(() -> stays.stream().findFirst());
	}

	private boolean leadsBeyond(int hospital, LocalDate date) {
		return this.consortia.stream()
			.flatMap((consortium) -> consortium.leads().stream())
			.anyMatch((lead) -> lead.whom() == hospital && lead.reachesBeyond(date));
	}

	private static List<Stay> staysBeyond(Hospital hospital, LocalDate date) {
		return hospital.stays.stream().filter((stay) -> stay.reachesBeyond(date)).toList();
	}

	private Consortium consortium(Deed deed) {
		return this.consortia.get(deed.consortium());
	}

	/** Does what has been allowed. */
	void apply(Deed deed) {
		Hospital hospital = this.hospitals.get(deed.hospital());
		switch (deed.kind()) {
			case ESTABLISH -> {
				Consortium established = new Consortium(deed.date());
				established.leads().add(new Stay(deed.hospital(), deed.date(), null));
				hospital.stays.add(new Stay(this.consortia.size(), deed.date(), null));
				this.consortia.add(established);
			}
			case JOIN -> hospital.stays.add(new Stay(deed.consortium(), deed.date(), null));
			case LEAVE -> end(hospital.stays, stayThatEnds(deed).orElseThrow(), deed.date());
			case LEAD -> lead(deed);
			case CLOSE -> {
				hospital.closedOn = deed.date();
				staysBeyond(hospital, deed.date()).forEach((stay) -> end(hospital.stays, stay, deed.date()));
			}
			case REOPEN -> hospital.closedOn = null;
			case MOVE -> hospital.home = !hospital.home;
			case CHANGE_TIER -> hospital.county = !hospital.county;
		}
	}

	private void lead(Deed deed) {
		List<Stay> leads = consortium(deed).leads();
		if (leads.getLast().whom() != deed.hospital()) {
			end(leads, leads.getLast(), deed.date());
			leads.add(new Stay(deed.hospital(), deed.date(), null));
		}
	}

	private static void end(List<Stay> stays, Stay stay, LocalDate date) {
		stays.remove(stay);
		if (stay.from().isBefore(date)) {
			stays.add(stay.until(date));
		}
	}

	/** Every day on which something begins or ends, and the days before those. */
	NavigableSet<LocalDate> days() {
		NavigableSet<LocalDate> days = new TreeSet<>(List.of(this.today));
		Stream
			.concat(this.hospitals.stream().flatMap((hospital) -> hospital.stays.stream()),
					this.consortia.stream().flatMap((consortium) -> consortium.leads().stream()))
			.flatMap((stay) -> Stream.of(stay.from(), (stay.until() != null) ? stay.until() : stay.from()))
			.forEach((date) -> days.addAll(List.of(date, date.minusDays(1))));
		return days;
	}

	/** Those in a consortium on a date, and which of them lead. */
	Map<Integer, Boolean> membersOn(int consortium, LocalDate date) {
		Map<Integer, Boolean> members = new TreeMap<>();
		for (int i = 0; i < this.hospitals.size(); i++) {
			int hospital = i;
			if (this.hospitals.get(i).stays.stream().anyMatch((stay) -> stay.whom() == consortium && stay.isOn(date))) {
				members.put(i,
						this.consortia.get(consortium)
							.leads()
							.stream()
							.anyMatch((lead) -> lead.whom() == hospital && lead.isOn(date)));
			}
		}
		return members;
	}

}
