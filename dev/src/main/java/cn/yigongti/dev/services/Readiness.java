package cn.yigongti.dev.services;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;

/**
 * Whether a service says that it can work.
 */
final class Readiness {

	private static final int PATIENCE = 2000;

	private final URL probe;

	Readiness(int port) {
		try {
			this.probe = URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness").toURL();
		}
		catch (MalformedURLException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	boolean isReached() {
		try {
			HttpURLConnection connection = (HttpURLConnection) this.probe.openConnection();
			connection.setConnectTimeout(PATIENCE);
			connection.setReadTimeout(PATIENCE);
			try {
				return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
			}
			finally {
				connection.disconnect();
			}
		}
		catch (IOException ex) {
			return false;
		}
	}

}
