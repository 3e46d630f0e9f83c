package cn.yigongti.iam.user;

import java.util.List;
import java.util.UUID;

/**
 * The same as {@link AccessEnded} for many, whom their HIS disabled, moved or no longer
 * knows.
 */
public record AccessesEnded(List<UUID> userIds) {

	public AccessesEnded {
		userIds = List.copyOf(userIds);
	}

}
