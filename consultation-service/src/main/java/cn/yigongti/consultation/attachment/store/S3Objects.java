package cn.yigongti.consultation.attachment.store;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

import cn.yigongti.platform.remote.DependencyUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

import org.springframework.transaction.support.TransactionTemplate;

/**
 * Objects in a bucket. An object is there before its row; one whose row could not be
 * written is deleted at once, or by {@link SweepOrphans} when even that fails.
 */
class S3Objects implements AttachmentStore {

	private static final Logger log = LoggerFactory.getLogger(S3Objects.class);

	private static final int PIECE_BYTES = 1 << 16;

	private static final String STORE = "object store";

	private final S3Client client;

	private final S3Properties properties;

	private final TransactionTemplate transactions;

	S3Objects(S3Client client, S3Properties properties, TransactionTemplate transactions) {
		this.client = client;
		this.properties = properties;
		this.transactions = transactions;
	}

	@Override
	public <T> T keep(InputStream content, long size, Function<StoredAt, T> record) {
		String key = this.properties.prefix() + UUID.randomUUID();
		put(key, content, size);
		try {
			return Objects.requireNonNull(this.transactions.execute((status) -> record.apply(StoredAt.objectKey(key))));
		}
		catch (RuntimeException ex) {
			delete(key);
			throw ex;
		}
	}

	private void put(String key, InputStream content, long size) {
		try {
			this.client.putObject((put) -> put.bucket(this.properties.bucket()).key(key),
					RequestBody.fromInputStream(new ReadOnce(content), size));
		}
		catch (SdkException ex) {
			throw new DependencyUnavailable(STORE, ex);
		}
	}

	private void delete(String key) {
		try {
			this.client.deleteObject((delete) -> delete.bucket(this.properties.bucket()).key(key));
		}
		catch (SdkException ex) {
			log.warn("{} is left behind without a row: {}", key, ex.getMessage());
		}
	}

	@Override
	public boolean holds(StoredAt place) {
		return place.objectKey() != null;
	}

	@Override
	public void copy(StoredAt place, long offset, long length, OutputStream target) throws IOException {
		String range = "bytes=%d-%d".formatted(offset, offset + length - 1);
		ResponseInputStream<GetObjectResponse> content = open(place, range);
		try {
			if (content.response().contentRange() == null) {
				content.skipNBytes(offset);
			}
			pass(content, length, target);
		}
		finally {
			content.abort();
		}
	}

	/** A store that knows no ranges sends everything, the end of which is not wanted. */
	private static void pass(ResponseInputStream<?> content, long length, OutputStream target) throws IOException {
		byte[] piece = new byte[PIECE_BYTES];
		long left = length;
		while (left > 0) {
			int read = content.read(piece, 0, (int) Math.min(PIECE_BYTES, left));
			if (read < 0) {
				throw new EOFException();
			}
			target.write(piece, 0, read);
			left -= read;
		}
	}

	private ResponseInputStream<GetObjectResponse> open(StoredAt place, String range) {
		try {
			return this.client
				.getObject((get) -> get.bucket(this.properties.bucket()).key(place.objectKey()).range(range));
		}
		catch (SdkException ex) {
			throw new DependencyUnavailable(STORE, ex);
		}
	}

	/** Never begun again: what was read has been counted into the checksum already. */
	private static final class ReadOnce extends FilterInputStream {

		ReadOnce(InputStream content) {
			super(content);
		}

		@Override
		public boolean markSupported() {
			return false;
		}

	}

}
