package cn.yigongti.cloudhis;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;

import cn.yigongti.platform.outbound.call.OutboundClient;
import feign.Feign;
import feign.Retryer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The staff of hospitals, asked at the source. */
public class CloudHis implements AutoCloseable {

	private final OutboundClient client;

	private final UserEndpoint endpoint;

	private final GuardedCalls calls;

	CloudHis(OutboundClient client, GuardedCalls calls) {
		this.client = client;
		this.endpoint = Feign.builder()
			.client(client)
			.decoder(new JsonDecoder(json()))
			.retryer(Retryer.NEVER_RETRY)
			.target(UserEndpoint.class, "http://each.call.names.its.his");
		this.calls = calls;
	}

	/** Lenient with what a HIS adds, strict with what is agreed. */
	private static JsonMapper json() {
		return JsonMapper.builder()
			.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
			.enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
			.build();
	}

	/**
	 * One page of users.
	 * @param his base address of the HIS, for example an organization's
	 * {@code systemApiUrl}
	 * @param page counted from 0
	 * @param updatedSince only what changed since then; {@code null} for everybody
	 * @throws CloudHisUnavailable when no usable answer came, after the retries
	 */
	public HisUserPage users(URI his, int page, int size, @Nullable Instant updatedSince) {
		return this.calls.call(his, () -> this.endpoint.users(his, page, size, updatedSince));
	}

	@Override
	public void close() throws IOException {
		this.client.close();
	}

}
