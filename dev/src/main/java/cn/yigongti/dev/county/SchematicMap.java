package cn.yigongti.dev.county;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A county drawn as a honeycomb: each township is a cell, the county all cells together.
 * It lies about where the county lies and is about as large; no line of it is a real
 * boundary.
 */
public final class SchematicMap {

	/** From the middle of a cell to its corners, in degrees of latitude. */
	private static final double RADIUS = 0.062;

	private final Division county;

	private final double longitude;

	private final double latitude;

	private final Map<Division, Cell> townships = new LinkedHashMap<>();

	private SchematicMap(Division county, List<Division> townships, double longitude, double latitude) {
		this.county = county;
		this.longitude = longitude;
		this.latitude = latitude;
		List<Cell> spiral = Cell.spiral(townships.size());
		for (int i = 0; i < townships.size(); i++) {
			this.townships.put(townships.get(i), spiral.get(i));
		}
	}

	/** The maps of the demo's counties, each around its real seat. */
	public static List<SchematicMap> ofDemo() {
		Divisions divisions = Divisions.read();
		Division chengkou = divisions.get(DemoCounty.MAIN_COUNTY);
		Division wuxi = divisions.get(DemoCounty.OTHER_COUNTY);
		return List.of(new SchematicMap(chengkou, divisions.townshipsOf(chengkou), 108.664, 31.947),
				new SchematicMap(wuxi, divisions.townshipsOf(wuxi), 109.570, 31.399));
	}

	public Division county() {
		return this.county;
	}

	/** The county and its townships, each with its boundary. */
	public Map<Division, Ring> boundaries() {
		Map<Division, Ring> boundaries = new LinkedHashMap<>();
		boundaries.put(this.county, ring(Outline.of(this.townships.values())));
		this.townships.forEach((township, cell) -> boundaries.put(township, ring(cell.corners())));
		return boundaries;
	}

	private Ring ring(List<Cell.Corner> corners) {
		List<List<Double>> positions = new ArrayList<>(corners.stream().map(this::position).toList());
		positions.add(positions.getFirst());
		return new Ring(positions);
	}

	private List<Double> position(Cell.Corner corner) {
		double east = corner.x() * RADIUS * Math.sqrt(0.75) / Math.cos(Math.toRadians(this.latitude));
		return List.of(rounded(this.longitude + east), rounded(this.latitude + corner.y() * RADIUS / 2));
	}

	private static double rounded(double degrees) {
		return Math.round(degrees * 1e6) / 1e6;
	}

	/**
	 * A closed line, counterclockwise as RFC 7946 wants it.
	 *
	 * @param positions longitude and latitude in degrees; the last is the first
	 */
	public record Ring(List<List<Double>> positions) {

	}

}
