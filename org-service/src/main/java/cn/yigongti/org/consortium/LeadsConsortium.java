package cn.yigongti.org.consortium;

import java.util.UUID;

/**
 * The organization leads a consortium, now or later, and must go on to be what a lead has
 * to be.
 */
public class LeadsConsortium extends RuntimeException {

	private static final long serialVersionUID = 1L;

	LeadsConsortium(UUID organizationId) {
		super("leads a consortium: " + organizationId);
	}

}
