package cn.yigongti.org.organizationimport.run;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import cn.yigongti.org.organizationimport.OrganizationImport;
import cn.yigongti.org.organizationimport.Submitter;
import cn.yigongti.platform.caller.Caller;

/**
 * An import in the hands of whoever runs it now.
 *
 * @param runner tells this attempt from all others
 * @param attempt counted from 1
 */
record Run(UUID runner, int attempt, OrganizationImport taken, Submitter submitter) {

	UUID id() {
		return this.taken.id();
	}

	/** When it was taken in hand for the first time. */
	Instant startedAt() {
		return Objects.requireNonNull(this.taken.startedAt());
	}

	Caller caller() {
		return this.submitter.caller();
	}

}
