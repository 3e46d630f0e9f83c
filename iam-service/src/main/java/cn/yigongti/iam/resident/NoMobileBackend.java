package cn.yigongti.iam.resident;

/**
 * A token of a resident was asked for by somebody else than a machine client of an
 * organization. Else an administrator could become any resident.
 */
public class NoMobileBackend extends RuntimeException {

	private static final long serialVersionUID = 1L;

}
