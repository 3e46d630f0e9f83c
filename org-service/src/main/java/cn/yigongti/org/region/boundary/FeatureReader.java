package cn.yigongti.org.region.boundary;

import java.util.Objects;

import cn.yigongti.org.code.CodeFlaw;
import cn.yigongti.org.code.CodeSystem;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads one feature after the other, whatever the order of their members. */
class FeatureReader {

	private static final int LONGEST_SOURCE = 200;

	private final JsonParser json;

	private final Flaws flaws;

	private final GeometryReader geometries;

	FeatureReader(JsonParser json, Flaws flaws) {
		this.json = json;
		this.flaws = flaws;
		this.geometries = new GeometryReader(json, flaws);
	}

	/** What has been read of a feature so far. */
	private static final class Parts {

		private @Nullable String type;

		private @Nullable String id;

		private @Nullable String code;

		private @Nullable String source;

		private boolean schematic;

		private boolean located;

		private @Nullable Geometry geometry;

	}

	/**
	 * The boundary in the feature that begins here; {@code null} with flaws noted when
	 * there is none.
	 */
	@Nullable Boundary read(String pointer) {
		if (this.json.currentToken() != JsonToken.START_OBJECT) {
			this.json.skipChildren();
			this.flaws.add(pointer, "feature");
			return null;
		}
		int before = this.flaws.count();
		Parts parts = new Parts();
		while (this.json.nextToken() != JsonToken.END_OBJECT) {
			readMember(parts, pointer);
		}
		require("Feature".equals(parts.type), pointer + "/type", "feature");
		require(parts.located, pointer + "/geometry", "required");
		String coded = pointer + ((parts.code != null) ? "/properties/code" : "/id");
		String code = codeOf(parts, coded);
		String source = sourceOf(parts, pointer + "/properties/source");
		return (this.flaws.count() > before || this.flaws.isFull()) ? null
				: new Boundary(code, coded, pointer, Objects.requireNonNull(parts.geometry), parts.schematic, source);
	}

	private void readMember(Parts parts, String pointer) {
		String name = this.json.currentName();
		this.json.nextToken();
		switch (name) {
			case "type" -> parts.type = text(this.json);
			case "id" -> parts.id = text(this.json);
			case "properties" -> readProperties(parts, pointer + "/properties");
			case "geometry" -> {
				parts.located = true;
				parts.geometry = this.geometries.readValid(pointer + "/geometry");
			}
			case "crs" -> refuseCrs(this.json, pointer, this.flaws);
			default -> this.json.skipChildren();
		}
	}

	private void readProperties(Parts parts, String pointer) {
		if (this.json.currentToken() != JsonToken.START_OBJECT) {
			require(this.json.currentToken() == JsonToken.VALUE_NULL, pointer, "type-mismatch");
			this.json.skipChildren();
			return;
		}
		while (this.json.nextToken() != JsonToken.END_OBJECT) {
			String name = this.json.currentName();
			JsonToken value = this.json.nextToken();
			switch (name) {
				case "code" -> parts.code = text(this.json);
				case "source" -> parts.source = text(this.json);
				case "schematic" -> {
					require(value == JsonToken.VALUE_NULL || value.isBoolean(), pointer + "/schematic",
							"type-mismatch");
					parts.schematic = value == JsonToken.VALUE_TRUE;
					this.json.skipChildren();
				}
				default -> this.json.skipChildren();
			}
		}
	}

	/** By its code; the {@code id} may be a number of whoever exported it. */
	private String codeOf(Parts parts, String pointer) {
		String code = (parts.code != null) ? parts.code : parts.id;
		if (code == null) {
			this.flaws.add(pointer, "required");
			return "";
		}
		CodeFlaw flaw = CodeSystem.DIVISION.flawIn(code).orElse(null);
		if (flaw != null) {
			this.flaws.add(pointer, flaw.kind(), flaw.arguments().toArray());
		}
		boolean contradicted = parts.id != null && !parts.id.equals(code)
				&& CodeSystem.DIVISION.flawIn(parts.id).isEmpty();
		require(!contradicted, pointer, "differs-from-id");
		return code;
	}

	private String sourceOf(Parts parts, String pointer) {
		String source = (parts.source != null) ? parts.source.strip() : "";
		require(parts.source != null, pointer, "required");
		require(parts.source == null || !source.isEmpty(), pointer, "not-blank");
		require(source.codePoints().noneMatch(FeatureReader::isUnprintable), pointer, "control-character");
		if (source.length() > LONGEST_SOURCE) {
			this.flaws.add(pointer, "too-long", LONGEST_SOURCE);
		}
		return source;
	}

	private static boolean isUnprintable(int point) {
		return Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE;
	}

	private void require(boolean met, String pointer, String code) {
		if (!met) {
			this.flaws.add(pointer, code);
		}
	}

	/** The text of a string or number; {@code null} for anything else. */
	static @Nullable String text(JsonParser json) {
		JsonToken value = json.currentToken();
		if (value == JsonToken.VALUE_STRING || value == JsonToken.VALUE_NUMBER_INT) {
			return json.getString();
		}
		json.skipChildren();
		return null;
	}

	static void refuseCrs(JsonParser json, String pointer, Flaws flaws) {
		json.skipChildren();
		flaws.add(pointer + "/crs", "crs");
	}

}
