package cn.yigongti.org.consortium;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** Organizations that can't join, and therefore nobody does. */
public class MembersRefused extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/** Why one can't. */
	public enum Reason {

		/** There is none with this id, as far as the caller can see. */
		UNKNOWN,
		/** It is named more than once. */
		REPEATED,
		/** It isn't open on that day and from then on. */
		NOT_ACTIVE,
		/** It belongs to another county. */
		OTHER_COUNTY,
		/** It is in a consortium on or after that day. */
		ALREADY_MEMBER

	}

	/**
	 * One that can't.
	 *
	 * @param position in the list of a bulk join; {@code null} when a single organization
	 * was to join
	 * @param consortium which one it is in, if the caller may know
	 */
	public record Refusal(@Nullable Integer position, Reason reason, @Nullable RegisteredConsortium consortium) {

	}

	private final transient List<Refusal> refusals;

	MembersRefused(List<Refusal> refusals) {
		super(refusals.size() + " refused");
		this.refusals = List.copyOf(refusals);
	}

	public List<Refusal> refusals() {
		return this.refusals;
	}

	/** Whether nothing is wrong with what was asked for, only with when. */
	public boolean isConflict() {
		return this.refusals.stream().allMatch((refusal) -> refusal.reason() == Reason.ALREADY_MEMBER);
	}

}
