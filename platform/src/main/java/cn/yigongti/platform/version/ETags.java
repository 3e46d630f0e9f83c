package cn.yigongti.platform.version;

/** Strong entity tags made of a resource's version, or of a hash of its content. */
public final class ETags {

	private ETags() {
	}

	public static String of(long version) {
		return of(Long.toString(version));
	}

	public static String of(String hash) {
		return "\"" + hash + "\"";
	}

}
