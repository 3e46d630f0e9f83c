package cn.yigongti.gateway.headers;

/**
 * What a page may load, where its maker doesn't say so: our sign-in and documentation
 * pages only what is served here, and all else, which is no page, nothing. There is no
 * {@code form-action}, because browsers apply it to the redirect after signing in too,
 * which leads to the client.
 */
final class ContentPolicy {

	private static final String DATA = "default-src 'none'; frame-ancestors 'none'";

	private static final String PAGE = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
			+ "font-src 'self'; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'";

	/** The browser of the documents styles its parts in place. */
	private static final String DOCS = PAGE.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'");

	private ContentPolicy() {
	}

	static String of(String path) {
		if (isUnder(path, "/docs")) {
			return DOCS;
		}
		if (isUnder(path, "/login") || isUnder(path, "/logout") || isUnder(path, "/activate")
				|| path.equals("/oauth2/authorize")) {
			return PAGE;
		}
		return DATA;
	}

	private static boolean isUnder(String path, String root) {
		return path.equals(root) || path.startsWith(root + "/");
	}

}
