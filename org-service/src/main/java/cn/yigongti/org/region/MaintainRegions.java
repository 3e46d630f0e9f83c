package cn.yigongti.org.region;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import cn.yigongti.org.code.DivisionCode;
import cn.yigongti.platform.audit.AuditTrail;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.problem.FieldProblem;
import cn.yigongti.platform.problem.InvalidInput;
import cn.yigongti.platform.version.Precondition;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes down divisions: new ones, new names, and the days on which they begin and end.
 * Needs a grant that covers their codes. None is ever deleted.
 */
@Component
public class MaintainRegions {

	private final RegionTable table;

	private final Occupancy occupancy;

	private final AuditTrail audit;

	MaintainRegions(RegionTable table, Occupancy occupancy, AuditTrail audit) {
		this.table = table;
		this.occupancy = occupancy;
		this.audit = audit;
	}

	/**
	 * Writes one.
	 * @throws InvalidInput when its code is none, or its dates contradict what we have
	 * @throws BeyondReach when the caller's grants don't cover it
	 * @throws StillInUse when it would end before what stands in it
	 */
	@Transactional
	public KeptRegion keep(Caller caller, String code, RegionFacts facts, Precondition precondition) {
		RegionRules.checkCode(caller, code);
		Map<String, Region> known = this.table.readToChange(withParents(Stream.of(code)));
		precondition.verify(Optional.ofNullable(known.get(code)).map(Region::version).orElse(null));
		return keep(caller, code, facts, known);
	}

	/**
	 * Writes many, each for itself: one that is refused takes no other with it. A
	 * division may come together with the one above it.
	 * @return what became of each, in the order in which they were given
	 */
	@Transactional
	public List<RegionItem.Report> keepAll(Caller caller, List<RegionItem> items) {
		if (items.isEmpty()) {
			return List.of();
		}
		Map<String, Region> known = this.table.readToChange(withParents(items.stream().map(RegionItem::code)));
		Set<String> seen = new HashSet<>();
		return items.stream()
			.sorted(upwardsWhereTheyEnd(known))
			.map((item) -> keep(caller, item, known, seen))
			.sorted(Comparator.comparingInt(RegionItem.Report::index))
			.toList();
	}

	private RegionItem.Report keep(Caller caller, RegionItem item, Map<String, Region> known, Set<String> seen) {
		try {
			RegionRules.checkCode(caller, item.code());
			if (!seen.add(item.code())) {
				throw new InvalidInput("/code", "repeated");
			}
			return item.kept(keep(caller, item.code(), item.facts(), known).outcome());
		}
		catch (InvalidInput ex) {
			return item.refused(ex.problems());
		}
		catch (BeyondReach _) {
			return item.refused(List.of(new FieldProblem("/code", "scope-exceeded")));
		}
		catch (StillInUse ex) {
			return item.refused(
					List.of(new FieldProblem("/abolishedOn", "region-in-use", ex.divisions(), ex.organizations())));
		}
	}

	private KeptRegion keep(Caller caller, String code, RegionFacts facts, Map<String, Region> known) {
		Region current = known.get(code);
		Region parent = RegionRules.parentOf(code).map(known::get).orElse(null);
		RegionRules.checkFacts(new DivisionCode(code), facts, parent);
		if (current != null && current.facts().equals(facts)) {
			return new KeptRegion(current, Outcome.UNCHANGED);
		}
		LocalDate end = facts.abolishedOn();
		if (end != null && (current == null || facts.endSoonerThan(current.facts()))) {
			requireUnused(code, end);
		}
		Region kept = new Region(code, facts, new DivisionCode(code).level(), RegionRules.parentOf(code).orElse(null),
				(current != null) ? current.version() + 1 : 0);
		this.table.write(kept);
		known.put(code, kept);
		Outcome outcome = (current != null) ? Outcome.UPDATED : Outcome.CREATED;
		this.audit.record(caller, (current != null) ? "region:revise" : "region:create", "region", code, null);
		return new KeptRegion(kept, outcome);
	}

	private void requireUnused(String code, LocalDate end) {
		int divisions = this.table.countChildrenAfter(code, end);
		int organizations = this.occupancy.countOpen(code, end);
		if (divisions > 0 || organizations > 0) {
			throw new StillInUse(divisions, organizations);
		}
	}

	/** What is above comes first, except among those that end: there what is below. */
	private static Comparator<RegionItem> upwardsWhereTheyEnd(Map<String, Region> known) {
		Map<String, Region> before = Map.copyOf(known);
		return Comparator.comparingInt((item) -> {
			Region current = before.get(item.code());
			boolean ends = current != null && item.facts().endSoonerThan(current.facts());
			return ends ? 100 - item.code().length() : item.code().length();
		});
	}

	private static Set<String> withParents(Stream<String> codes) {
		return codes.flatMap((code) -> Stream.concat(Stream.of(code), RegionRules.parentOf(code).stream()))
			.collect(Collectors.toSet());
	}

}
