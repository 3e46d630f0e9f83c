package cn.yigongti.platform.test;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

import org.jspecify.annotations.Nullable;

/**
 * An authority of our own and certificates, sound ones and others, made by the JDK's
 * keytool for this run.
 */
public final class TestCertificates {

	private static final String AUTHORITY = "authority";

	private final Path folder;

	private final String password = UUID.randomUUID().toString();

	private TestCertificates(Path folder) {
		this.folder = folder;
		keytool("-alias", AUTHORITY, "-dname", "CN=Authority of this test", "-ext", "bc:c", "-validity", "30");
	}

	/** An authority that keeps its keys in the folder. */
	public static TestCertificates in(Path folder) {
		return new TestCertificates(folder);
	}

	/** A server with a sound certificate for the host. */
	public SSLContext server(String host) {
		return server("sound-" + host, host, "-signer", AUTHORITY, "-validity", "30");
	}

	/** A server whose certificate ended yesterday. */
	public SSLContext expiredServer(String host) {
		return server("expired-" + host, host, "-signer", AUTHORITY, "-startdate", "-10d", "-validity", "9");
	}

	/** A server whose certificate nobody else vouches for. */
	public SSLContext selfSignedServer(String host) {
		return server("self-signed-" + host, host, "-validity", "30");
	}

	private SSLContext server(String alias, String host, String... options) {
		List<String> arguments = new ArrayList<>(
				List.of("-alias", alias, "-dname", "CN=" + host, "-ext", "san=dns:" + host));
		arguments.addAll(List.of(options));
		keytool(arguments.toArray(String[]::new));
		try {
			KeyStore one = empty();
			KeyStore all = load();
			char[] secret = this.password.toCharArray();
			one.setKeyEntry(alias, all.getKey(alias, secret), secret, all.getCertificateChain(alias));
			KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
			keys.init(one, secret);
			return context(keys.getKeyManagers(), null);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** A client that trusts the authority and nobody else. */
	public SSLContext client() {
		try {
			KeyStore authority = empty();
			authority.setCertificateEntry(AUTHORITY, load().getCertificate(AUTHORITY));
			TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
			trust.init(authority);
			return context(null, trust.getTrustManagers());
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static SSLContext context(KeyManager @Nullable [] keys, TrustManager @Nullable [] trust)
			throws GeneralSecurityException {
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(keys, trust, null);
		return context;
	}

	/** The authority's certificate, as a {@code spring.ssl.bundle.pem} takes it. */
	public String authorityPem() {
		try {
			return "-----BEGIN CERTIFICATE-----\n"
					+ Base64.getMimeEncoder(64, new byte[] { '\n' })
						.encodeToString(load().getCertificate(AUTHORITY).getEncoded())
					+ "\n-----END CERTIFICATE-----\n";
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static KeyStore empty() throws GeneralSecurityException {
		return load(null, null);
	}

	private KeyStore load() throws GeneralSecurityException {
		try (InputStream file = Files.newInputStream(file())) {
			return load(file, this.password.toCharArray());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static KeyStore load(@Nullable InputStream file, char @Nullable [] secret) throws GeneralSecurityException {
		try {
			KeyStore keys = KeyStore.getInstance("PKCS12");
			keys.load(file, secret);
			return keys;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Path file() {
		return this.folder.resolve("keys.p12");
	}

	private void keytool(String... arguments) {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
						"-J-XX:TieredStopAtLevel=1", "-genkeypair", "-keyalg", "EC", "-groupname", "secp256r1",
						"-storetype", "PKCS12", "-keystore", file().toString(), "-storepass", this.password));
		command.addAll(List.of(arguments));
		try {
			Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
			String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			if (process.waitFor() != 0) {
				throw new IllegalStateException(output);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
