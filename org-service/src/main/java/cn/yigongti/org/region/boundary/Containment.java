package cn.yigongti.org.region.boundary;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.relateng.RelateNG;

/**
 * Whether each division lies, at least in part, where the one above it does. Drawings of
 * different hands never fit each other exactly, so more than that can't be asked.
 */
class Containment {

	/** DE-9IM: their interiors have a point in common. */
	private static final String SHARE_INTERIOR = "T********";

	private final BoundaryTable table;

	private final Map<String, Boundary> drawn;

	private final Flaws flaws;

	Containment(BoundaryTable table, List<Boundary> drawn, Flaws flaws) {
		this.table = table;
		this.drawn = drawn.stream().collect(Collectors.toMap(Boundary::code, Function.identity()));
		this.flaws = flaws;
	}

	/** Those drawn, against what is above them: drawn along with them, or known. */
	void checkAgainstParents() {
		Map<String, List<Boundary>> children = this.drawn.values()
			.stream()
			.collect(Collectors.groupingBy(Boundary::parentCode));
		List<String> elsewhere = new ArrayList<>();
		children.forEach((parentCode, below) -> {
			Boundary parent = this.drawn.get(parentCode);
			if (parent != null) {
				check(parentCode, parent.geometry(), below);
			}
			else {
				elsewhere.add(parentCode);
			}
		});
		this.table.forEach(elsewhere, (parentCode, geometry) -> check(parentCode, GeometryReader.stored(geometry),
				children.getOrDefault(parentCode, List.of())));
	}

	private void check(String parentCode, Geometry parent, List<Boundary> below) {
		RelateNG relation = RelateNG.prepare(parent);
		below.stream()
			.filter((child) -> !relation.evaluate(child.geometry(), SHARE_INTERIOR))
			.forEach((child) -> this.flaws.add(child.feature() + "/geometry", "outside-parent", parentCode));
	}

	/** Known ones below those drawn, which stay as they are. */
	void checkAgainstChildren() {
		this.table.forEachChild(this.drawn.keySet(), (code, geometry) -> {
			Boundary parent = this.drawn.get(code.substring(0, code.length() - 3));
			if (parent != null
					&& !RelateNG.relate(parent.geometry(), GeometryReader.stored(geometry), SHARE_INTERIOR)) {
				this.flaws.add(parent.feature() + "/geometry", "leaves-child-outside", code);
			}
		});
	}

}
