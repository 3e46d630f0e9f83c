package cn.yigongti.consultation.attachment.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Large objects of PostgreSQL. They are written in the transaction of their row, and read
 * piece by piece, so that whoever receives slowly keeps no connection from others.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class LargeObjects implements AttachmentStore {

	private static final int PIECE_BYTES = 1 << 19;

	private final JdbcClient jdbc;

	private final TransactionTemplate transactions;

	/** How many of the service's few connections may be busy with writing files. */
	private final Semaphore writers;

	LargeObjects(JdbcClient jdbc, TransactionTemplate transactions, StoreProperties properties) {
		this.jdbc = jdbc;
		this.transactions = transactions;
		this.writers = new Semaphore(properties.writers(), true);
	}

	@Override
	public <T> T keep(InputStream content, long size, Function<StoredAt, T> record) throws IOException {
		this.writers.acquireUninterruptibly();
		try {
			return Objects.requireNonNull(
					this.transactions.execute((status) -> record.apply(StoredAt.largeObject(write(content)))));
		}
		catch (UncheckedIOException ex) {
			throw Objects.requireNonNull(ex.getCause());
		}
		finally {
			this.writers.release();
		}
	}

	private long write(InputStream content) {
		long oid = this.jdbc.sql("select lo_create(0)").query(Long.class).single();
		byte[] piece = new byte[PIECE_BYTES];
		long offset = 0;
		try {
			int read = content.readNBytes(piece, 0, PIECE_BYTES);
			while (read > 0) {
				put(oid, offset, (read == PIECE_BYTES) ? piece : Arrays.copyOf(piece, read));
				offset += read;
				read = content.readNBytes(piece, 0, PIECE_BYTES);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return oid;
	}

	private void put(long oid, long offset, byte[] piece) {
		this.jdbc.sql("select lo_put(cast(:oid as oid), :offset, :piece)")
			.param("oid", oid)
			.param("offset", offset)
			.param("piece", piece)
			.query((row, index) -> true)
			.single();
	}

	@Override
	public boolean holds(StoredAt place) {
		return place.largeObject() != null;
	}

	@Override
	public void copy(StoredAt place, long offset, long length, OutputStream target) throws IOException {
		long end = offset + length;
		for (long at = offset; at < end; at += PIECE_BYTES) {
			target.write(piece(place, at, (int) Math.min(PIECE_BYTES, end - at)));
		}
	}

	private byte[] piece(StoredAt place, long offset, int length) {
		return this.jdbc.sql("select lo_get(cast(:oid as oid), :offset, :length)")
			.param("oid", place.largeObject())
			.param("offset", offset)
			.param("length", length)
			.query((row, index) -> row.getBytes(1))
			.single();
	}

}
