package cn.yigongti.platform.remote;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;

import feign.Response;
import feign.codec.Decoder;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads answers of others, of which we name only the fields we need: unlike our own
 * clients, a peer may add fields whenever it likes.
 */
class TolerantDecoder implements Decoder {

	private final JsonMapper json;

	TolerantDecoder(JsonMapper json) {
		this.json = json.rebuild().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
	}

	@Override
	public @Nullable Object decode(Response response, Type type) throws IOException {
		if (response.body() == null || response.status() == 204) {
			return null;
		}
		try (InputStream body = response.body().asInputStream()) {
			return this.json.readValue(body, this.json.constructType(type));
		}
	}

}
