package cn.yigongti.iam.testing;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** Cookies as behind the gateway of an installation that people reach by https. */
final class SecureCookies extends CookieManager {

	@Override
	public Map<String, List<String>> get(URI uri, Map<String, List<String>> headers) throws IOException {
		return super.get(https(uri), headers);
	}

	@Override
	public void put(URI uri, Map<String, List<String>> headers) throws IOException {
		super.put(https(uri), headers);
	}

	private static URI https(URI uri) {
		return URI.create(uri.toString().replaceFirst("^http:", "https:"));
	}

}
