package cn.yigongti.org.region.boundary.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * Keeps an answer until it is whole: in memory while it is short, in a file when it gets
 * long. So the database is done with before a slow client begins to read.
 */
class Spool extends OutputStream {

	private static final int SHORT = 256 * 1024;

	private final ByteArrayOutputStream memory = new ByteArrayOutputStream();

	private @Nullable Path file;

	private @Nullable OutputStream overflow;

	private long length;

	@Override
	public void write(int b) throws IOException {
		write(new byte[] { (byte) b }, 0, 1);
	}

	@Override
	public void write(byte[] bytes, int offset, int count) throws IOException {
		this.length += count;
		if (this.overflow == null && this.length > SHORT) {
			this.file = Files.createTempFile("boundaries", ".json");
			this.overflow = Files.newOutputStream(this.file);
		}
		((this.overflow != null) ? this.overflow : this.memory).write(bytes, offset, count);
	}

	long length() {
		return this.length;
	}

	void sendTo(OutputStream client) throws IOException {
		this.memory.writeTo(client);
		if (this.overflow != null && this.file != null) {
			this.overflow.flush();
			Files.copy(this.file, client);
		}
	}

	@Override
	public void close() throws IOException {
		if (this.overflow != null) {
			this.overflow.close();
		}
		if (this.file != null) {
			Files.deleteIfExists(this.file);
		}
	}

}
