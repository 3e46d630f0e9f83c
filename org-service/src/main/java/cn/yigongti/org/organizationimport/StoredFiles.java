package cn.yigongti.org.organizationimport;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The files themselves, in pieces, of which one is in memory at a time. */
@Component
public class StoredFiles {

	private static final int CHUNK_BYTES = 1 << 20;

	private final JdbcClient jdbc;

	StoredFiles(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Keeps a file. */
	public void store(UUID importId, Path file) throws IOException {
		try (InputStream content = Files.newInputStream(file)) {
			byte[] chunk = content.readNBytes(CHUNK_BYTES);
			for (int number = 0; chunk.length > 0; number++) {
				this.jdbc.sql("""
						insert into organization_import_chunk (import_id, number, content)
						values (:id, :number, :content)""")
					.param("id", importId)
					.param("number", number)
					.param("content", chunk)
					.update();
				chunk = content.readNBytes(CHUNK_BYTES);
			}
		}
	}

	/** Writes a stored file to a path. */
	public void fetch(UUID importId, Path file) throws IOException {
		try (OutputStream content = Files.newOutputStream(file)) {
			int number = 0;
			for (Optional<byte[]> chunk = chunk(importId, number); chunk.isPresent(); chunk = chunk(importId, number)) {
				content.write(chunk.get());
				number++;
			}
		}
	}

	private Optional<byte[]> chunk(UUID importId, int number) {
		return this.jdbc.sql("select content from organization_import_chunk where import_id = :id and number = :number")
			.param("id", importId)
			.param("number", number)
			.query((row, index) -> row.getBytes("content"))
			.optional();
	}

}
