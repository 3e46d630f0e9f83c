package cn.yigongti.org.organization;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import cn.yigongti.org.calendar.Today;
import cn.yigongti.org.code.CreditCode;
import cn.yigongti.platform.audit.AuditTrail;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.problem.FieldProblem;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts many new organizations into the register at once. It takes as many statements as
 * for one, so a thousand or so are a good number; a parent has to be registered before
 * its children.
 */
@Component
public class RegisterOrganizations {

	private final Organizations organizations;

	private final Placement placement;

	private final JdbcClient jdbc;

	private final AuditTrail audit;

	private final Today today;

	private final Clock clock;

	RegisterOrganizations(Organizations organizations, Placement placement, JdbcClient jdbc, AuditTrail audit,
			Today today, Clock clock) {
		this.organizations = organizations;
		this.placement = placement;
		this.jdbc = jdbc;
		this.audit = audit;
		this.today = today;
		this.clock = clock;
	}

	/**
	 * One that asks to be registered.
	 *
	 * @param closedOn given when it has closed already
	 * @param refused whether something is wrong with it already, and it is only asked
	 * what else there is
	 */
	public record Candidate(Particulars particulars, @Nullable LocalDate closedOn, boolean refused) {

		public Candidate(Particulars particulars, @Nullable LocalDate closedOn) {
			this(particulars, closedOn, false);
		}

		boolean closesAfterItOpened() {
			return this.closedOn == null || this.closedOn.isAfter(this.particulars.openedOn());
		}

	}

	/**
	 * One thing that is wrong with a candidate; there may be several.
	 *
	 * @param position in the list given
	 * @param problem with a pointer into the body by which one alone would be registered
	 */
	public record Refusal(int position, FieldProblem problem) {

	}

	/**
	 * What has become of candidates, each by its position in the list given.
	 *
	 * @param registered their new ids
	 */
	public record Outcome(SortedMap<Integer, UUID> registered, List<Refusal> refusals) {

	}

	/**
	 * Registers all that can be, by the rules by which one alone is registered, and says
	 * of the others why they can't. Nothing is thrown, so that the caller may go on, or
	 * roll back if it wants all or none.
	 */
	@Transactional
	public Outcome register(Caller caller, List<Candidate> candidates) {
		List<Refusal> refusals = new ArrayList<>(ownRefusals(caller, candidates));
		refusals.addAll(duplicates(candidates, "/creditCode", "credit_code",
				(details) -> Optional.ofNullable(details.creditCode()).map(CreditCode::value)));
		refusals.addAll(duplicates(candidates, "/institutionCode", "institution_code",
				(details) -> Optional.ofNullable(details.institutionCode())));
		SortedMap<Integer, Organization> registered = organizations(candidates);
		refusals.addAll(misplaced(caller, registered));
		refusals.forEach((refusal) -> registered.remove(refusal.position()));
		registered.keySet().removeIf((position) -> candidates.get(position).refused());
		this.organizations.saveAll(registered.values());
		SortedMap<Integer, UUID> ids = new TreeMap<>();
		registered.forEach((position, organization) -> ids.put(position, organization.id()));
		this.audit.recordAll(caller, "organization:register", "organization",
				ids.values().stream().map(UUID::toString).toList());
		return new Outcome(ids, refusals);
	}

	private List<Refusal> ownRefusals(Caller caller, List<Candidate> candidates) {
		Territory territory = Territory.of(caller, this.jdbc);
		List<Refusal> refusals = new ArrayList<>();
		for (int i = 0; i < candidates.size(); i++) {
			Particulars particulars = candidates.get(i).particulars();
			if (!territory.includes(particulars.standing().regionCode())) {
				refusals.add(new Refusal(i, new FieldProblem("/regionCode", "scope-exceeded")));
			}
			if (particulars.openedOn().isAfter(this.today.date())) {
				refusals.add(new Refusal(i, new FieldProblem("/openedOn", "future-date")));
			}
			if (!candidates.get(i).closesAfterItOpened()) {
				refusals.add(new Refusal(i, new FieldProblem("/closedOn", "after", particulars.openedOn().toString())));
			}
		}
		return refusals;
	}

	/** Whose code belongs to another one, in the register or further up in the list. */
	private List<Refusal> duplicates(List<Candidate> candidates, String pointer, String column,
			Function<Details, Optional<String>> code) {
		List<Optional<String>> codes = candidates.stream()
			.map((candidate) -> code.apply(candidate.particulars().details()))
			.toList();
		Set<String> taken = inUse(column, codes.stream().flatMap(Optional::stream).collect(Collectors.toSet()));
		return IntStream.range(0, codes.size())
			.filter((i) -> codes.get(i).filter((value) -> !taken.add(value)).isPresent())
			.mapToObj((i) -> new Refusal(i, new FieldProblem(pointer, "duplicate-code")))
			.toList();
	}

	private Set<String> inUse(String column, Set<String> codes) {
		return codes.isEmpty() ? new HashSet<>()
				: new HashSet<>(
						this.jdbc.sql("select " + column + " from organization where " + column + " in (:codes)")
							.param("codes", codes)
							.query(String.class)
							.set());
	}

	private SortedMap<Integer, Organization> organizations(List<Candidate> candidates) {
		SortedMap<Integer, Organization> organizations = new TreeMap<>();
		for (int i = 0; i < candidates.size(); i++) {
			Candidate candidate = candidates.get(i);
			if (candidate.closesAfterItOpened()) {
				organizations.put(i,
						Organization.registered(candidate.particulars(), candidate.closedOn(), this.clock.instant()));
			}
		}
		return organizations;
	}

	private List<Refusal> misplaced(Caller caller, SortedMap<Integer, Organization> organizations) {
		List<Integer> positions = List.copyOf(organizations.keySet());
		List<List<FieldProblem>> problems = this.placement.problemsOf(caller,
				organizations.values().stream().map(Placed::registered).toList());
		return IntStream.range(0, positions.size())
			.boxed()
			.flatMap((i) -> problems.get(i).stream().map((problem) -> new Refusal(positions.get(i), problem)))
			.toList();
	}

}
