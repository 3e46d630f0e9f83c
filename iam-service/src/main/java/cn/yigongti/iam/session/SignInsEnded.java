package cn.yigongti.iam.session;

import java.util.List;
import java.util.UUID;

/**
 * Sign-ins were ended before their time, in this transaction. Their refresh tokens are
 * gone with them; access tokens name their sign-in in the claim {@code sid}.
 */
public record SignInsEnded(List<UUID> ids) {

	public SignInsEnded {
		ids = List.copyOf(ids);
	}

}
