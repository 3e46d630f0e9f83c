package cn.yigongti.org.organizationimport.submission;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file that has just been handed in, on this machine's disk for as long as it takes to
 * look at it.
 *
 * @param hash SHA-256
 */
record SubmittedFile(Path path, String hash, long size) implements AutoCloseable {

	static SubmittedFile of(InputStream content) throws IOException {
		Path path = Files.createTempFile("organization-import", "");
		try (OutputStream out = Files.newOutputStream(path);
				DigestInputStream hashed = new DigestInputStream(content, sha256())) {
			long size = hashed.transferTo(out);
			return new SubmittedFile(path, HexFormat.of().formatHex(hashed.getMessageDigest().digest()), size);
		}
		catch (IOException | RuntimeException ex) {
			Files.delete(path);
			throw ex;
		}
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() throws IOException {
		Files.delete(this.path);
	}

}
