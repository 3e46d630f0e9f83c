package cn.yigongti.referral.application;

import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** The patient is referred to this department of the target already. */
public class DuplicateReferral extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final @Nullable UUID open;

	/**
	 * The fact.
	 * @param open the open referral; {@code null} when it is out of the caller's scope
	 */
	DuplicateReferral(@Nullable UUID open) {
		this.open = open;
	}

	public Optional<UUID> open() {
		return Optional.ofNullable(this.open);
	}

}
