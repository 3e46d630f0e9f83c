package cn.yigongti.org.organizationimport.sheet.inspection;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

import cn.yigongti.org.organizationimport.sheet.SheetRefused;
import cn.yigongti.org.organizationimport.sheet.SheetRefused.Reason;

/**
 * Counts what really comes out of an archive, which is not what its directory promises.
 */
class InflationGuard {

	private static final long MAX_BYTES = 300L << 20;

	/** Below that, a high ratio does no harm. */
	private static final long SMALL = 16L << 20;

	private static final int MAX_RATIO = 200;

	/** Between two tags, or within one: the XML reader holds as much at a time. */
	private static final int MAX_RUN = 1 << 18;

	private final long packedBytes;

	private long unpackedBytes;

	InflationGuard(long packedBytes) {
		this.packedBytes = packedBytes;
	}

	/** The same content, up to the point where it is too much. */
	InputStream over(InputStream content) {
		return new Counted(content);
	}

	private void count(int bytes) {
		this.unpackedBytes += bytes;
		boolean inflated = this.unpackedBytes > SMALL && this.unpackedBytes / this.packedBytes > MAX_RATIO;
		if (this.unpackedBytes > MAX_BYTES || inflated) {
			throw new SheetRefused(Reason.INFLATES_TOO_MUCH);
		}
	}

	private final class Counted extends FilterInputStream {

		private boolean tags;

		private int run;

		Counted(InputStream content) {
			super(content);
		}

		@Override
		public int read() throws IOException {
			int next = super.read();
			if (next >= 0) {
				count(1);
				follow((byte) next);
			}
			return next;
		}

		@Override
		public int read(byte[] buffer, int offset, int length) throws IOException {
			int read = super.read(buffer, offset, length);
			count(Math.max(0, read));
			for (int i = offset; i < offset + read; i++) {
				follow(buffer[i]);
			}
			return read;
		}

		/** Pictures have no tags, and no run is too long for them. */
		private void follow(byte next) {
			boolean tag = next == '<';
			this.run = tag ? 0 : this.run + 1;
			this.tags |= tag;
			if (this.tags && this.run > MAX_RUN) {
				throw new SheetRefused(Reason.UNREADABLE_FILE);
			}
		}

	}

}
