package cn.yigongti.org.organizationimport.run;

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

	Caller caller() {
		return this.submitter.caller();
	}

}
