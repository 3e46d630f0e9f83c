package cn.yigongti.org.region.boundary;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import cn.yigongti.platform.problem.InvalidInput;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads a FeatureCollection of boundaries as it comes in, so that nothing but their
 * positions is held in memory. Members that RFC 7946 doesn't know are passed over, as it
 * wants, but for {@code crs} of its predecessor, which would give the numbers another
 * meaning.
 */
public final class FeatureCollectionReader {

	private static final int MOST_FEATURES = 1000;

	static final JsonFactory JSON = JsonFactory.builder()
		.streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(32).maxNumberLength(64).build())
		.build();

	private final JsonParser json;

	private final Flaws flaws = new Flaws();

	private final FeatureReader features;

	private final List<Boundary> boundaries = new ArrayList<>();

	private final Set<String> codes = new HashSet<>();

	private FeatureCollectionReader(JsonParser json) {
		this.json = json;
		this.features = new FeatureReader(json, this.flaws);
	}

	/**
	 * Reads all.
	 * @throws InvalidInput when something is no boundary, pointing at what and where
	 * @throws JacksonException when it is no JSON
	 */
	public static List<Boundary> read(InputStream body) {
		try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), body)) {
			FeatureCollectionReader reader = new FeatureCollectionReader(json);
			requireJson(json, json.nextToken() != null);
			reader.readCollection();
			requireJson(json, json.nextToken() == null);
			reader.flaws.refuseIfAny();
			return reader.boundaries;
		}
	}

	private static void requireJson(JsonParser json, boolean complete) {
		if (!complete) {
			throw new StreamReadException(json, "not one JSON value");
		}
	}

	private void readCollection() {
		if (this.json.currentToken() != JsonToken.START_OBJECT) {
			throw new InvalidInput("", "feature-collection");
		}
		String type = null;
		boolean listed = false;
		while (this.json.nextToken() != JsonToken.END_OBJECT) {
			String name = this.json.currentName();
			JsonToken value = this.json.nextToken();
			switch (name) {
				case "type" -> type = FeatureReader.text(this.json);
				case "features" -> {
					require(!listed, "/features", "repeated");
					listed = readFeatures(value);
				}
				case "crs" -> FeatureReader.refuseCrs(this.json, "", this.flaws);
				default -> this.json.skipChildren();
			}
		}
		require("FeatureCollection".equals(type), "/type", "feature-collection");
		require(listed, "/features", "required");
	}

	private boolean readFeatures(JsonToken value) {
		if (value != JsonToken.START_ARRAY) {
			this.json.skipChildren();
			return false;
		}
		for (int i = 0; this.json.nextToken() != JsonToken.END_ARRAY; i++) {
			if (i == MOST_FEATURES) {
				throw new InvalidInput("/features", "too-many", MOST_FEATURES);
			}
			keep(this.features.read("/features/" + i));
		}
		return true;
	}

	private void keep(@Nullable Boundary boundary) {
		if (boundary == null) {
			return;
		}
		require(this.codes.add(boundary.code()), boundary.pointer(), "repeated");
		this.boundaries.add(boundary);
	}

	private void require(boolean met, String pointer, String code) {
		if (!met) {
			this.flaws.add(pointer, code);
		}
	}

}
