package cn.yigongti.cloudhis;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import cn.yigongti.cloudhis.CloudHisUnavailable.Reason;
import cn.yigongti.platform.outbound.call.OutboundClient;
import feign.Feign;
import feign.Retryer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The staff of hospitals, asked at the source. */
public class CloudHis implements AutoCloseable {

	/** Enough to see whether the HIS selects at all. */
	private static final int SELECTED = 2;

	private final List<OutboundClient> clients;

	private final UserEndpoint lists;

	private final UserEndpoint lookups;

	private final GuardedCalls calls;

	CloudHis(OutboundClient lists, OutboundClient lookups, GuardedCalls calls) {
		this.clients = List.of(lists, lookups);
		this.lists = endpoint(lists);
		this.lookups = endpoint(lookups);
		this.calls = calls;
	}

	private static UserEndpoint endpoint(OutboundClient client) {
		return Feign.builder()
			.client(client)
			.decoder(new JsonDecoder(json()))
			.retryer(Retryer.NEVER_RETRY)
			.target(UserEndpoint.class, "http://each.call.names.its.his");
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
		return this.calls.call(his, () -> this.lists.users(his, page, size, updatedSince).verified(page, size));
	}

	/**
	 * The user with this id, if the HIS has them. Asked once and with a short time limit,
	 * for somebody waits.
	 * @throws CloudHisUnavailable when no usable answer came
	 */
	public Optional<HisUser> user(URI his, String userId) {
		List<HisUser> answer = this.calls.callOnce(his, () -> this.lookups.user(his, userId, SELECTED)).content();
		Optional<HisUser> found = answer.stream().filter((user) -> userId.equals(user.userId())).findFirst();
		if (found.isEmpty() && !answer.isEmpty()) {
			throw new CloudHisUnavailable(his, Reason.NOT_SUPPORTED, null);
		}
		return found;
	}

	@Override
	public void close() throws IOException {
		for (OutboundClient client : this.clients) {
			client.close();
		}
	}

}
