package cn.yigongti.dev.secrets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Files of mode 600, readable by nobody else at any moment.
 */
public final class PrivateFile {

	private PrivateFile() {
	}

	/**
	 * Replaces the file: it is there whole, or as it was.
	 */
	public static void write(Path file, String text) {
		Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
		try {
			Files.deleteIfExists(unfinished);
			append(unfinished, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
			Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Adds to the end of the file.
	 */
	public static void append(Path file, String text) {
		try {
			append(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void append(Path file, String text, OpenOption... options) throws IOException {
		try (SeekableByteChannel channel = Files.newByteChannel(file, Set.of(options),
				PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
			ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
			while (bytes.hasRemaining()) {
				channel.write(bytes);
			}
		}
	}

}
