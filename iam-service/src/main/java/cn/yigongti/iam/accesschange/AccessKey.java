package cn.yigongti.iam.accesschange;

import java.util.UUID;

/** A thing that tokens depend on, called as the triggers of the tables call it. */
public record AccessKey(String kind, String id) {

	/** Their grants, their organization, whether they are active, their password. */
	public static AccessKey user(UUID id) {
		return new AccessKey("user", id.toString());
	}

	/** Its grants, its organization, its secret, and whether it still is one. */
	public static AccessKey client(UUID id) {
		return new AccessKey("client", id.toString());
	}

	/** What it permits. */
	public static AccessKey role(String code) {
		return new AccessKey("role", code);
	}

	/** In which consortium it is. */
	public static AccessKey organization(UUID id) {
		return new AccessKey("organization", id.toString());
	}

	/** A sign-in of the console, with all the tokens that come of it. */
	public static AccessKey authorization(String id) {
		return new AccessKey("authorization", id);
	}

	@Override
	public String toString() {
		return this.kind + ":" + this.id;
	}

}
