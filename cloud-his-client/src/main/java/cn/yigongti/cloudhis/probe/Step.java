package cn.yigongti.cloudhis.probe;

/** What has to work, one after the other. */
public enum Step {

	/** The host has a name, and the name an address that may be called. */
	NAME,
	/** Somebody listens there. */
	CONNECT,
	/** Who listens is who they should be (https only). */
	TLS,
	/** They answer with a status of success. */
	STATUS,
	/** What they answer is the page of users agreed upon. */
	CONTRACT

}
