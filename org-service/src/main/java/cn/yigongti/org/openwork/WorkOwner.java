package cn.yigongti.org.openwork;

import java.util.UUID;

import cn.yigongti.platform.remote.DependencyUnavailable;

/** A service that has work under way for organizations. */
interface WorkOwner {

	/**
	 * Asks how much there is for an organization. What is no clear answer is none: a
	 * refusal or nonsense is never read as "nothing".
	 * @throws DependencyUnavailable when it can't be known now
	 */
	OpenWork openWorkOf(UUID organization);

}
