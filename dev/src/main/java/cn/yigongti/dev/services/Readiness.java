package cn.yigongti.dev.services;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;

/**
 * Whether a service says that it can work, or at least that it has started.
 */
final class Readiness {

	private static final int PATIENCE = 2000;

	private final URL probe;

	private Readiness(int port, String group) {
		try {
			this.probe = URI.create("http://127.0.0.1:" + port + "/actuator/health/" + group).toURL();
		}
		catch (MalformedURLException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static Readiness toWork(int port) {
		return new Readiness(port, "readiness");
	}

	/** One that is alone, without those it waits for before it works. */
	static Readiness toStop(int port) {
		return new Readiness(port, "liveness");
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
