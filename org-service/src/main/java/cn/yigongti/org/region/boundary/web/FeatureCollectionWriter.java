package cn.yigongti.org.region.boundary.web;

import java.io.OutputStream;
import java.util.function.LongPredicate;

import cn.yigongti.org.region.boundary.BoundingBox;
import cn.yigongti.org.region.boundary.Drawing;
import cn.yigongti.org.region.boundary.StoredBoundary;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes boundaries as a FeatureCollection of GeoJSON, one after the other. */
class FeatureCollectionWriter implements Drawing {

	private final JsonGenerator json;

	private final LongPredicate wanted;

	/**
	 * A writer.
	 * @param wanted whether the collection with this tag is to be written at all
	 */
	FeatureCollectionWriter(JsonMapper json, OutputStream target, LongPredicate wanted) {
		this.json = json.writer().without(StreamWriteFeature.AUTO_CLOSE_TARGET).createGenerator(target);
		this.wanted = wanted;
	}

	@Override
	public boolean begin(long tag, @Nullable BoundingBox box) {
		if (!this.wanted.test(tag)) {
			return false;
		}
		this.json.writeStartObject();
		this.json.writeStringProperty("type", "FeatureCollection");
		if (box != null) {
			this.json.writePOJOProperty("bbox", box.corners());
		}
		this.json.writeName("features").writeStartArray();
		return true;
	}

	@Override
	public void add(StoredBoundary boundary) {
		this.json.writePOJO(FeatureResponse.of(boundary));
	}

	/** Ends what has been begun; the target stays open. */
	void finish() {
		this.json.close();
	}

}
