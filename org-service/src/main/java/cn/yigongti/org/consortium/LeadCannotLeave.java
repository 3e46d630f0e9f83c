package cn.yigongti.org.consortium;

import java.util.UUID;

/** The lead of a consortium stays in it until another one leads. */
public class LeadCannotLeave extends RuntimeException {

	private static final long serialVersionUID = 1L;

	LeadCannotLeave(UUID organizationId) {
		super("leads: " + organizationId);
	}

}
