package cn.yigongti.org.organization;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import cn.yigongti.org.code.DivisionCode;
import cn.yigongti.org.region.Regions;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.problem.FieldProblem;
import cn.yigongti.platform.problem.InvalidInput;

import org.springframework.stereotype.Component;

/**
 * Checks where an organization stands: its division, the parent above it and the children
 * below.
 */
@Component
class Placement {

	private final Organizations organizations;

	private final Register register;

	private final Regions regions;

	Placement(Organizations organizations, Register register, Regions regions) {
		this.organizations = organizations;
		this.register = register;
		this.regions = regions;
	}

	/**
	 * Checks one.
	 * @throws InvalidInput when it can't stand there
	 */
	void check(Caller caller, Placed placed) {
		List<FieldProblem> problems = problemsOf(caller, List.of(placed)).getFirst();
		if (!problems.isEmpty()) {
			throw new InvalidInput(problems);
		}
	}

	/**
	 * Checks many, with as many statements as for one, and keeps their parents as they
	 * are until the transaction ends.
	 * @return what is wrong with each, in the order given: a division that we know to be
	 * none on one of the days, or a parent that can't be
	 */
	List<List<FieldProblem>> problemsOf(Caller caller, List<Placed> placed) {
		Surroundings surroundings = surroundings(caller, placed);
		return placed.stream().map(surroundings::problemsOf).toList();
	}

	private Surroundings surroundings(Caller caller, List<Placed> placed) {
		Set<UUID> parentIds = union(placed, Placed::parents);
		Map<UUID, Organization> parents = this.organizations.holdAll(parentIds)
			.stream()
			.collect(Collectors.toMap(Organization::id, Function.identity()));
		Set<UUID> visible = this.register.lookUp(caller, parentIds)
			.stream()
			.map(RegisteredOrganization::id)
			.collect(Collectors.toSet());
		return new Surroundings(this.regions.endsOf(union(placed, Placed::divisions)), parents, visible);
	}

	private static <T> Set<T> union(List<Placed> placed, Function<Placed, Set<T>> part) {
		return placed.stream().map(part).flatMap(Collection::stream).collect(Collectors.toSet());
	}

	/**
	 * Makes sure that a changed organization can still be the parent of its children, on
	 * every day from one on.
	 * @throws HasOpenChildren when it can't
	 */
	void checkChildren(Organization parent, LocalDate from) {
		long left = this.organizations.childrenOf(parent.id(), from)
			.stream()
			.filter((child) -> parent.refusalOf(child, from).isPresent())
			.count();
		if (left > 0) {
			throw new HasOpenChildren((int) left);
		}
	}

	/** What is around those that are checked. */
	private record Surroundings(Map<DivisionCode, LocalDate> endsOfDivisions, Map<UUID, Organization> parents,
			Set<UUID> visible) {

		List<FieldProblem> problemsOf(Placed placed) {
			List<FieldProblem> problems = new ArrayList<>();
			if (placed.outlasts(this.endsOfDivisions)) {
				problems.add(new FieldProblem("/regionCode", "unknown-division"));
			}
			refusalOf(placed).map(ParentRefusal::problem).ifPresent(problems::add);
			return problems;
		}

		private Optional<ParentRefusal> refusalOf(Placed placed) {
			if (placed.lacksParent()) {
				return Optional.of(ParentRefusal.MISSING);
			}
			return placed.parents().stream().flatMap((parentId) -> refusalOf(placed, parentId).stream()).findFirst();
		}

		private Optional<ParentRefusal> refusalOf(Placed placed, UUID parentId) {
			Organization parent = this.parents.get(parentId);
			boolean known = this.visible.contains(parentId) || placed.formerParents().contains(parentId);
			return (parent != null && known) ? parent.refusalOf(placed.organization(), placed.from())
					: Optional.of(ParentRefusal.UNKNOWN);
		}

	}

}
