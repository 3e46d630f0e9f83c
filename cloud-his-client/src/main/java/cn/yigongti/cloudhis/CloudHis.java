package cn.yigongti.cloudhis;

import java.net.URI;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** The staff of hospitals, asked at the source. */
public class CloudHis {

	private final UserEndpoint endpoint;

	private final GuardedCalls calls;

	CloudHis(UserEndpoint endpoint, GuardedCalls calls) {
		this.endpoint = endpoint;
		this.calls = calls;
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

}
