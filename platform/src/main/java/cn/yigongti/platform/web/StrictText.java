package cn.yigongti.platform.web;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;

/**
 * Text that can be stored: without NUL, which PostgreSQL refuses, and without half
 * surrogate pairs, which no encoding can write. Otherwise a client's mistake would end as
 * our failure.
 */
class StrictText extends StringDeserializer {

	@Override
	public String deserialize(JsonParser parser, DeserializationContext context) {
		String text = super.deserialize(parser, context);
		if (text != null && !isStorable(text)) {
			return (String) context.handleWeirdStringValue(String.class, "", "control character or half a character");
		}
		return text;
	}

	static boolean isStorable(String text) {
		return text.codePoints()
			.noneMatch((point) -> point == 0 || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE));
	}

}
