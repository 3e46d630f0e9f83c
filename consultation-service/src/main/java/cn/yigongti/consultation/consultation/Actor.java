package cn.yigongti.consultation.consultation;

import java.util.UUID;

import cn.yigongti.platform.caller.Caller;
import org.jspecify.annotations.Nullable;

/** Who made a move: a person or a machine. */
public record Actor(Kind kind, @Nullable String id, @Nullable UUID organizationId) {

	public enum Kind {

		USER, CLIENT, SERVICE

	}

	public static Actor of(Caller caller) {
		Kind kind = switch (caller.kind()) {
			case USER, RESIDENT -> Kind.USER;
			case CLIENT -> Kind.CLIENT;
			case SERVICE -> Kind.SERVICE;
		};
		return new Actor(kind, caller.subject(), caller.organizationId());
	}

}
