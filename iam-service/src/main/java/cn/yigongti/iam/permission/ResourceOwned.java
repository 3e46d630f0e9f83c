package cn.yigongti.iam.permission;

/** A service declares permissions on what another service has permissions on. */
public class ResourceOwned extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String resource;

	private final String owner;

	ResourceOwned(String resource, String owner) {
		super(resource + " belongs to " + owner);
		this.resource = resource;
		this.owner = owner;
	}

	public String resource() {
		return this.resource;
	}

	public String owner() {
		return this.owner;
	}

}
