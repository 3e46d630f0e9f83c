package cn.yigongti.org.organizationimport.run;

import java.util.UUID;

/** Somebody else runs this import now, because we have said nothing for too long. */
class LeaseLost extends RuntimeException {

	private static final long serialVersionUID = 1L;

	LeaseLost(UUID importId) {
		super("organization import " + importId);
	}

}
