package cn.yigongti.platform.audit.chain;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * The first entry at which a trail isn't what was written.
 *
 * @param number in the chain; {@code null} for an entry that isn't in it
 * @param entryId {@code null} where nothing is left that would tell
 */
public record Flaw(Kind kind, @Nullable Long number, @Nullable UUID entryId) {

	public enum Kind {

		/** Its content, its place in the order or its seal isn't what was sealed. */
		CHANGED,
		/** It is gone. */
		REMOVED,
		/** It wasn't written by the service. */
		INSERTED,
		/** It has waited too long to be sealed. */
		UNSEALED,
		/** The entries up to it are gone, and it wasn't the service that purged them. */
		FORGED_ANCHOR

	}

}
