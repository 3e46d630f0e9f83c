package cn.yigongti.platform.version;

/** Strong entity tags made of a resource's version. */
public final class ETags {

	private ETags() {
	}

	public static String of(long version) {
		return "\"" + version + "\"";
	}

}
