package cn.yigongti.iam.audit.directory;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Whether a service's trail is as it was written.
 *
 * @param flaw the first entry that is not
 */
public record TrailVerdict(boolean intact, long from, long to, String seal, @Nullable Flaw flaw) {

	/** By its number in the chain, its id, or both. */
	public record Flaw(String kind, @Nullable Long number, @Nullable UUID entryId) {

	}

}
