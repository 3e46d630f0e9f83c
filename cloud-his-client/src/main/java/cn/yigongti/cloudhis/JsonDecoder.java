package cn.yigongti.cloudhis;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;

import feign.Response;
import feign.codec.DecodeException;
import feign.codec.Decoder;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads the JSON agreed, or tells that it is none. */
class JsonDecoder implements Decoder {

	private final JsonMapper json;

	JsonDecoder(JsonMapper json) {
		this.json = json;
	}

	@Override
	public Object decode(Response response, Type type) throws IOException {
		try (InputStream body = response.body().asInputStream()) {
			Object value = this.json.readValue(body, this.json.constructType(type));
			if (value == null) {
				throw unreadable(response, "null", null);
			}
			return value;
		}
		catch (JacksonException ex) {
			throw unreadable(response, "not the JSON agreed", ex);
		}
	}

	private static DecodeException unreadable(Response response, String why, @Nullable Throwable cause) {
		return (cause != null) ? new DecodeException(response.status(), why, response.request(), cause)
				: new DecodeException(response.status(), why, response.request());
	}

}
