package cn.yigongti.platform.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.sun.net.httpserver.HttpServer;

/**
 * Stands in for the iam-service's token side over real HTTP: publishes the key of
 * {@link TestTokens} at {@code /jwks}, gives services their own token at {@code /token},
 * and lets them declare their permissions. One a JVM.
 */
public final class TestIssuer {

	public static final String ISSUER = "https://test.yigongti.cn";

	private static final RSAKey KEY = newKey();

	private static final HttpServer SERVER = start();

	private TestIssuer() {
	}

	static RSAKey key() {
		return KEY;
	}

	public static String jwkSetUri() {
		return uri() + "/jwks";
	}

	public static String tokenUri() {
		return uri() + "/token";
	}

	/** Where services find the iam-service, as long as no test gives them another. */
	static String uri() {
		return "http://127.0.0.1:" + SERVER.getAddress().getPort();
	}

	private static RSAKey newKey() {
		try {
			return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static HttpServer start() {
		try {
			HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
			answer(server, "/jwks", new JWKSet(KEY.toPublicJWK()).toString());
			answer(server, "/token",
					"{\"access_token\":\""
							+ TestTokens.service("service-under-test").mayEverywhere("organization:read").mint()
							+ "\",\"token_type\":\"Bearer\",\"expires_in\":900}");
			answer(server, "/api/v1/permission-declarations/", "{}");
			server.start();
			return server;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void answer(HttpServer server, String path, String json) {
		byte[] body = json.getBytes(StandardCharsets.UTF_8);
		server.createContext(path, (exchange) -> {
			try (exchange) {
				exchange.getRequestBody().readAllBytes();
				exchange.getResponseHeaders().add("Content-Type", "application/json");
				exchange.sendResponseHeaders(200, body.length);
				exchange.getResponseBody().write(body);
			}
		});
	}

}
