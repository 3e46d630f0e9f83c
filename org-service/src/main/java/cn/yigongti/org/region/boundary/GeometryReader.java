package cn.yigongti.org.region.boundary;

import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/** Reads geometries, of all features together no more than so many positions. */
class GeometryReader {

	private final JsonParser json;

	private final Flaws flaws;

	private final Coordinates coordinates = new Coordinates();

	private final Polygons polygons;

	GeometryReader(JsonParser json, Flaws flaws) {
		this.json = json;
		this.flaws = flaws;
		this.polygons = new Polygons(flaws);
	}

	/** A geometry that was found valid before. */
	static Geometry stored(String text) {
		try (JsonParser json = FeatureCollectionReader.JSON.createParser(ObjectReadContext.empty(), text)) {
			json.nextToken();
			return Objects.requireNonNull(new GeometryReader(json, new Flaws()).read(""));
		}
	}

	/**
	 * The geometry that begins here; {@code null} with flaws noted when it is no valid
	 * one.
	 */
	@Nullable Geometry readValid(String pointer) {
		Geometry geometry = read(pointer);
		return (geometry != null && Validity.check(geometry, pointer, this.flaws)) ? geometry : null;
	}

	private @Nullable Geometry read(String pointer) {
		if (this.json.currentToken() != JsonToken.START_OBJECT) {
			this.flaws.add(pointer, (this.json.currentToken() == JsonToken.VALUE_NULL) ? "required" : "type-mismatch");
			this.json.skipChildren();
			return null;
		}
		String type = null;
		Object read = null;
		while (this.json.nextToken() != JsonToken.END_OBJECT) {
			String name = this.json.currentName();
			this.json.nextToken();
			switch (name) {
				case "type" -> type = FeatureReader.text(this.json);
				case "coordinates" -> read = this.coordinates.read(this.json);
				case "crs" -> FeatureReader.refuseCrs(this.json, pointer, this.flaws);
				default -> this.json.skipChildren();
			}
		}
		return this.polygons.geometry(String.valueOf(type), read, pointer);
	}

}
