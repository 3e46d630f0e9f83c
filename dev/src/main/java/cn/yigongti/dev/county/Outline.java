package cn.yigongti.dev.county;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Walks around cells that hang together and leave no hole. */
final class Outline {

	private Outline() {
	}

	/**
	 * Counterclockwise. Sides that two cells share run in both directions and drop out.
	 */
	static List<Cell.Corner> of(Collection<Cell> cells) {
		Map<Cell.Corner, Cell.Corner> sides = new HashMap<>();
		cells.forEach((cell) -> addSides(cell.corners(), cells, cell, sides));
		List<Cell.Corner> outline = new ArrayList<>();
		Cell.Corner begin = sides.keySet().iterator().next();
		Cell.Corner corner = begin;
		do {
			outline.add(corner);
			corner = Objects.requireNonNull(sides.get(corner));
		}
		while (!corner.equals(begin));
		if (outline.size() != sides.size()) {
			throw new IllegalArgumentException("the cells don't hang together, or leave a hole");
		}
		return outline;
	}

	private static void addSides(List<Cell.Corner> corners, Collection<Cell> cells, Cell cell,
			Map<Cell.Corner, Cell.Corner> sides) {
		for (int i = 0; i < corners.size(); i++) {
			Cell.Corner from = corners.get(i);
			Cell.Corner to = corners.get((i + 1) % corners.size());
			boolean shared = cells.stream()
				.anyMatch((other) -> !other.equals(cell) && other.corners().containsAll(List.of(from, to)));
			if (!shared) {
				sides.put(from, to);
			}
		}
	}

}
