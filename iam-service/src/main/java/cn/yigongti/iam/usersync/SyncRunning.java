package cn.yigongti.iam.usersync;

import java.util.UUID;

/** A run is under way, and there is only one at a time. */
public class SyncRunning extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final UUID running;

	SyncRunning(UUID running) {
		super(running.toString());
		this.running = running;
	}

	public UUID running() {
		return this.running;
	}

}
