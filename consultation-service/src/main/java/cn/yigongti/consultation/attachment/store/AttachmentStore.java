package cn.yigongti.consultation.attachment.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.Function;

/** A place for contents, none of which is ever in memory as a whole. */
public interface AttachmentStore {

	/**
	 * Keeps a content together with what is recorded of it: both, or neither.
	 * @param size how many bytes there are
	 * @param record writes, in the transaction at hand, where the content lies
	 */
	<T> T keep(InputStream content, long size, Function<StoredAt, T> record) throws IOException;

	/** Whether it is this store where such a content lies. */
	boolean holds(StoredAt place);

	/** Copies a part of a content and reads nothing else of it. */
	void copy(StoredAt place, long offset, long length, OutputStream target) throws IOException;

}
