package cn.yigongti.org.changefeed;

import java.util.List;
import java.util.UUID;

/**
 * How far a follower has read.
 *
 * @param transaction number of the transaction that wrote the last change read; an xid8
 * of PostgreSQL, without a sign
 * @param organizationId the organization it changed
 */
record Position(String transaction, UUID organizationId) {

	static final Position BEGINNING = new Position("0", new UUID(0, 0));

	static Position of(List<String> values) {
		return new Position(values.get(0), UUID.fromString(values.get(1)));
	}

	List<String> values() {
		return List.of(this.transaction, this.organizationId.toString());
	}

	/**
	 * Whether transactions of that age may still be running, or have not even begun. A
	 * follower never gets that far, unless the database was replaced by another.
	 */
	boolean isAheadOf(String horizon) {
		return Long.compareUnsigned(Long.parseUnsignedLong(this.transaction), Long.parseUnsignedLong(horizon)) >= 0;
	}

}
