package cn.yigongti.platform.audit.chain;

import org.jspecify.annotations.Nullable;

/**
 * The end of a chain, or a place in it.
 *
 * @param number of the entry, 0 before the first
 */
record Seal(long number, String hash) {

	/** In a log line, and in {@code yigongti.audit.expected-seal}. */
	@Override
	public String toString() {
		return this.number + ":" + this.hash;
	}

	static Seal parse(String text) {
		int colon = text.indexOf(':');
		if (colon < 1 || !text.substring(0, colon).matches("\\d{1,18}")) {
			throw new IllegalArgumentException("\"" + text + "\" is no seal as the service logs it, number:hash");
		}
		return new Seal(Long.parseLong(text.substring(0, colon)), text.substring(colon + 1));
	}

	static @Nullable Seal parseOrNull(@Nullable String text) {
		return (text != null && !text.isBlank()) ? parse(text) : null;
	}

}
