package cn.yigongti.org.consortium;

import java.time.LocalDate;
import java.util.UUID;

import cn.yigongti.platform.identifier.UuidV7;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * An organization's time in a consortium: from the day it joins until the day it leaves,
 * on which it is out.
 */
@Table
@SuppressWarnings("UnusedVariable") // some fields are there for the database alone
class Membership {

	@Id
	private final UUID id;

	@Version
	private @Nullable Long version;

	private final UUID consortiumId;

	private final UUID organizationId;

	private final LocalDate joinedOn;

	private @Nullable LocalDate leftOn;

	@PersistenceCreator
	Membership(UUID id, @Nullable Long version, UUID consortiumId, UUID organizationId, LocalDate joinedOn,
			@Nullable LocalDate leftOn) {
		this.id = id;
		this.version = version;
		this.consortiumId = consortiumId;
		this.organizationId = organizationId;
		this.joinedOn = joinedOn;
		this.leftOn = leftOn;
	}

	static Membership joined(UUID consortiumId, UUID organizationId, LocalDate joinedOn) {
		return new Membership(UuidV7.next(), null, consortiumId, organizationId, joinedOn, null);
	}

	void leaveOn(LocalDate date) {
		this.leftOn = date;
	}

	/** Whether it covers this day and every later one. */
	boolean isOpenFrom(LocalDate date) {
		return !date.isBefore(this.joinedOn) && this.leftOn == null;
	}

	UUID consortiumId() {
		return this.consortiumId;
	}

	UUID organizationId() {
		return this.organizationId;
	}

	LocalDate joinedOn() {
		return this.joinedOn;
	}

}
