package cn.yigongti.dev.hissimulator;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The parameters of a request.
 */
record Query(Map<String, String> parameters) {

	static Query of(URI uri) {
		Map<String, String> parameters = new HashMap<>();
		if (uri.getRawQuery() != null) {
			for (String pair : uri.getRawQuery().split("&", -1)) {
				String[] nameAndValue = pair.split("=", 2);
				parameters.put(decoded(nameAndValue[0]), (nameAndValue.length == 2) ? decoded(nameAndValue[1]) : "");
			}
		}
		return new Query(parameters);
	}

	private static String decoded(String text) {
		return URLDecoder.decode(text, StandardCharsets.UTF_8);
	}

	int number(String name, int byDefault, int from, int to) {
		String value = this.parameters.get(name);
		if (value == null) {
			return byDefault;
		}
		try {
			int number = Integer.parseInt(value);
			if (number >= from && number <= to) {
				return number;
			}
		}
		catch (NumberFormatException ex) {
			// Said below, as for a number out of range.
		}
		throw new BadRequest("%s must be a number from %d to %d".formatted(name, from, to));
	}

	@Nullable String text(String name) {
		return this.parameters.get(name);
	}

	@Nullable Instant instant(String name) {
		String value = this.parameters.get(name);
		if (value == null) {
			return null;
		}
		try {
			return Instant.parse(value);
		}
		catch (DateTimeParseException ex) {
			throw new BadRequest(name + " must be a time like 2026-11-22T08:00:00Z");
		}
	}

}
