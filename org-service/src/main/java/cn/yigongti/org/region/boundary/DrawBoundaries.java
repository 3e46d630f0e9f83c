package cn.yigongti.org.region.boundary;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import cn.yigongti.org.region.BeyondReach;
import cn.yigongti.org.region.Regions;
import cn.yigongti.platform.audit.AuditTrail;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.problem.InvalidInput;
import cn.yigongti.platform.problem.NotFound;
import cn.yigongti.platform.version.ExpectedVersion;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Draws the boundaries of a division and of those below it, or takes its own away. Needs
 * a grant that covers the division.
 */
@Component
public class DrawBoundaries {

	private static final String WRITE = "region:write";

	private final Regions regions;

	private final BoundaryTable table;

	private final AuditTrail audit;

	DrawBoundaries(Regions regions, BoundaryTable table, AuditTrail audit) {
		this.regions = regions;
		this.table = table;
		this.audit = audit;
	}

	/**
	 * Asked before a long body is read.
	 * @throws BeyondReach when the caller's grants don't cover the division
	 * @throws NotFound when there is none with this code today
	 */
	public void requireAllowed(Caller caller, String code) {
		if (!caller.scopeOf(WRITE).coversRegion(code)) {
			throw new BeyondReach(code);
		}
		if (this.regions.find(code, null).isEmpty()) {
			throw new NotFound("region", code);
		}
	}

	/**
	 * Draws all or none; what is not named stays as it is.
	 * @param alone whether all others below the division are taken away
	 * @throws InvalidInput when one is of a division elsewhere, or lies elsewhere
	 */
	@Transactional
	public void draw(Caller caller, String code, ExpectedVersion expected, List<Boundary> boundaries, boolean alone) {
		requireAllowed(caller, code);
		expected.verify(this.table.tagToChange(code));
		check(code, boundaries, alone);
		List<String> removed = alone ? this.table.removeBelow(code, boundaries.stream().map(Boundary::code).toList())
				: List.of();
		List<String> written = new ArrayList<>();
		for (Boundary boundary : boundaries) {
			if (this.table.write(caller, boundary)) {
				written.add(boundary.code());
			}
		}
		this.audit.recordAll(caller, "region-boundary:draw", "region", written);
		this.audit.recordAll(caller, "region-boundary:remove", "region", removed);
	}

	private void check(String code, List<Boundary> boundaries, boolean alone) {
		Flaws flaws = new Flaws();
		Set<String> existing = this.table.existing(boundaries.stream().map(Boundary::code).collect(Collectors.toSet()));
		for (Boundary boundary : boundaries) {
			if (!boundary.code().startsWith(code)) {
				flaws.add(boundary.pointer(), "not-below", code);
			}
			else if (!existing.contains(boundary.code())) {
				flaws.add(boundary.pointer(), "unknown-division");
			}
		}
		flaws.refuseIfAny();
		Containment containment = new Containment(this.table, boundaries, flaws);
		containment.checkAgainstParents();
		if (!alone) {
			containment.checkAgainstChildren();
		}
		flaws.refuseIfAny();
	}

	/**
	 * Takes away the division's own boundary.
	 * @throws NotFound when it has none
	 */
	@Transactional
	public void remove(Caller caller, String code) {
		requireAllowed(caller, code);
		if (!this.table.remove(code)) {
			throw new NotFound("boundary", code);
		}
		this.audit.recordAll(caller, "region-boundary:remove", "region", List.of(code));
	}

}
