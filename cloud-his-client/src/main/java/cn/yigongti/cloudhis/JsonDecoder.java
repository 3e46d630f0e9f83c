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

/**
 * Reads JSON, but never more of it than agreed: a HIS gone wild must not take our memory.
 */
class BoundedJsonDecoder implements Decoder {

	private final JsonMapper json;

	private final int maxBytes;

	BoundedJsonDecoder(JsonMapper json, int maxBytes) {
		this.json = json;
		this.maxBytes = maxBytes;
	}

	@Override
	public Object decode(Response response, Type type) throws IOException {
		try (InputStream body = (response.body() != null) ? response.body().asInputStream()
				: InputStream.nullInputStream()) {
			byte[] bytes = body.readNBytes(this.maxBytes + 1);
			if (bytes.length > this.maxBytes) {
				throw unreadable(response, "more than " + this.maxBytes + " bytes", null);
			}
			Object value = this.json.readValue(bytes, this.json.constructType(type));
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
