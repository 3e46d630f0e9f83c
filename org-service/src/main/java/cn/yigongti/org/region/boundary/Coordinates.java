package cn.yigongti.org.region.boundary;

import java.util.ArrayList;
import java.util.List;

import cn.yigongti.platform.problem.InvalidInput;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.CoordinateXY;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads the nested arrays of geometries, whose type may be told only afterwards. What
 * comes out is a position, a list of what is nested, or {@code null} for what is neither.
 */
class Coordinates {

	static final int MOST_POSITIONS = 200_000;

	/** Several polygons of rings of positions. */
	private static final int DEEPEST = 4;

	private int positions;

	private int arrays;

	@Nullable Object read(JsonParser json) {
		return read(json, 1);
	}

	private @Nullable Object read(JsonParser json, int depth) {
		if (json.currentToken() != JsonToken.START_ARRAY || depth > DEEPEST) {
			json.skipChildren();
			return null;
		}
		JsonToken first = json.nextToken();
		if (first.isNumeric()) {
			return position(json);
		}
		List<@Nullable Object> nested = new ArrayList<>();
		for (JsonToken token = first; token != JsonToken.END_ARRAY; token = json.nextToken()) {
			Object item = read(json, depth + 1);
			nested.add(item);
			count(item);
		}
		return nested;
	}

	/** An altitude, or whatever else follows the first two numbers, is dropped. */
	private static @Nullable CoordinateXY position(JsonParser json) {
		double[] degrees = new double[2];
		int numbers = 0;
		boolean sound = true;
		for (JsonToken token = json.currentToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
			if (!token.isNumeric()) {
				sound = false;
				json.skipChildren();
			}
			else if (numbers < degrees.length) {
				degrees[numbers++] = json.getDoubleValue();
			}
		}
		return (sound && numbers == degrees.length) ? new CoordinateXY(degrees[0], degrees[1]) : null;
	}

	private void count(@Nullable Object item) {
		int counted = (item instanceof List) ? ++this.arrays : ++this.positions;
		if (counted > MOST_POSITIONS) {
			throw new InvalidInput("/features", "too-many-positions", MOST_POSITIONS);
		}
	}

}
