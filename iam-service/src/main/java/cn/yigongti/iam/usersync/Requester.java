package cn.yigongti.iam.usersync;

import java.util.List;

import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.caller.DataScope;

/**
 * Who wants a run, and how far they reach.
 *
 * @param reach what the permission covered when it was asked for
 */
public record Requester(String subject, Caller.Kind kind, DataScope reach) {

	static final String PERMISSION = "user-sync:write";

	static final Requester SCHEDULE = new Requester("user-sync-schedule", Caller.Kind.SERVICE, DataScope.ALL);

	static Requester of(Caller caller) {
		return new Requester(caller.subject(), caller.kind(), caller.scopeOf(PERMISSION));
	}

	/** For the trail: what is done in their name. */
	public Caller caller() {
		return new Caller(this.subject, this.kind, null, null, true, List.of());
	}

}
