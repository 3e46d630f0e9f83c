package cn.yigongti.platform.cache;

import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * A value as JSON. Each field must be there and be known: while replicas of two versions
 * run side by side, neither takes what the other wrote for its own.
 */
final class EntryFormat<V> {

	private static final Logger log = LoggerFactory.getLogger(EntryFormat.class);

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
		.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.build();

	private final ObjectReader reader;

	private final ObjectWriter writer;

	EntryFormat(Class<V> type) {
		this.reader = JSON.readerFor(type);
		this.writer = JSON.writerFor(type);
	}

	String write(V value) {
		return this.writer.writeValueAsString(value);
	}

	Optional<V> read(String text) {
		try {
			return Optional.of(this.reader.<V>readValue(text));
		}
		catch (JacksonException ex) {
			log.debug("cached by another version: {}", ex.getOriginalMessage());
			return Optional.empty();
		}
	}

}
