package cn.yigongti.iam.grant;

import java.util.UUID;

/** Who holds roles: a user or a machine client. */
public sealed interface Holder {

	UUID id();

	/** The column of {@code role_grant} that names it. */
	String column();

	/** The permission with which roles are given to it. */
	String permission();

	record User(UUID id) implements Holder {

		static final String COLUMN = "user_id";

		@Override
		public String column() {
			return COLUMN;
		}

		@Override
		public String permission() {
			return "grant:write";
		}

	}

	record Client(UUID id) implements Holder {

		static final String COLUMN = "client_id";

		@Override
		public String column() {
			return COLUMN;
		}

		@Override
		public String permission() {
			return "client:write";
		}

	}

}
