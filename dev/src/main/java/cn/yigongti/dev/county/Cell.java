package cn.yigongti.dev.county;

import java.util.ArrayList;
import java.util.List;

/**
 * A cell of a honeycomb whose cells stand on a corner, in axial coordinates.
 */
record Cell(int q, int r) {

	private static final List<Cell> DIRECTIONS = List.of(new Cell(1, 0), new Cell(0, 1), new Cell(-1, 1),
			new Cell(-1, 0), new Cell(0, -1), new Cell(1, -1));

	/**
	 * A point where cells meet.
	 *
	 * @param x in halves of a cell's width
	 * @param y in halves of the distance from a cell's middle to its corner
	 */
	record Corner(int x, int y) {

	}

	/** The first so many cells around the middle, ring by ring. */
	static List<Cell> spiral(int count) {
		List<Cell> cells = new ArrayList<>(List.of(new Cell(0, 0)));
		for (int ring = 1; cells.size() < count; ring++) {
			Cell cell = new Cell(0, -ring);
			for (Cell direction : DIRECTIONS) {
				for (int step = 0; step < ring; step++) {
					cells.add(cell);
					cell = new Cell(cell.q + direction.q, cell.r + direction.r);
				}
			}
		}
		return cells.subList(0, count);
	}

	/** Counterclockwise. */
	List<Corner> corners() {
		int x = 2 * this.q + this.r;
		int y = 3 * this.r;
		return List.of(new Corner(x + 1, y + 1), new Corner(x, y + 2), new Corner(x - 1, y + 1),
				new Corner(x - 1, y - 1), new Corner(x, y - 2), new Corner(x + 1, y - 1));
	}

}
