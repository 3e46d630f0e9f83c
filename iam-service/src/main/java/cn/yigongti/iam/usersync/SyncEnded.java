package cn.yigongti.iam.usersync;

import java.util.UUID;

/** It is over, so there is nothing to cancel. */
public class SyncEnded extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final SyncState state;

	SyncEnded(UUID id, SyncState state) {
		super(id.toString());
		this.state = state;
	}

	public SyncState state() {
		return this.state;
	}

}
