package cn.yigongti.org.region.boundary;

import java.util.List;

/** In degrees. */
public record BoundingBox(double west, double south, double east, double north) {

	/** In the order of RFC 7946. */
	public List<Double> corners() {
		return List.of(this.west, this.south, this.east, this.north);
	}

}
