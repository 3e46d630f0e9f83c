package cn.yigongti.iam.permission;

/** Somebody declares permissions in the name of a service that they are not. */
public class ForeignDeclaration extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public ForeignDeclaration(String service) {
		super(service);
	}

}
