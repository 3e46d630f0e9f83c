package cn.yigongti.iam.usersync.run;

/**
 * It is not ours any more: cancelled, or somebody else runs it, because we have said
 * nothing for too long.
 */
class LeaseLost extends RuntimeException {

	private static final long serialVersionUID = 1L;

	LeaseLost(Part part) {
		super("user synchronisation " + part.syncId());
	}

}
