package cn.yigongti.platform.cache;

import java.util.Map;
import java.util.Optional;

/** What was cached at one moment, and the generation of that moment. */
record Snapshot(String generation, Map<String, String> values) {

	Optional<String> value(String key) {
		return Optional.ofNullable(this.values.get(key));
	}

}
