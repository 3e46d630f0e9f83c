package cn.yigongti.org.systemconfig.icon.image.png;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;

import cn.yigongti.org.systemconfig.icon.image.ImageRefused;
import cn.yigongti.org.systemconfig.icon.image.ImageRefused.Reason;

/** The pixels of a PNG, row after row. */
final class Scanlines {

	static final String NAME = "IDAT";

	/** Of the ways to predict a row from what came before it. */
	private static final int LAST_FILTER = 4;

	private final byte[] rows;

	private Scanlines(byte[] rows) {
		this.rows = rows;
	}

	/**
	 * Unpacks as much as the header announces; less or more is refused, and so is
	 * anything that comes after it.
	 */
	static Scanlines unpack(Header header, byte[] packed) {
		Header.Pass[] passes = header.passes();
		byte[] rows = inflate(packed, Arrays.stream(passes).mapToInt(Header.Pass::bytes).sum());
		int position = 0;
		for (Header.Pass pass : passes) {
			for (int row = 0; row < pass.rows(); row++) {
				if (rows[position] < 0 || rows[position] > LAST_FILTER) {
					throw broken();
				}
				position += 1 + pass.bytesOfRow();
			}
		}
		return new Scanlines(rows);
	}

	private static byte[] inflate(byte[] packed, int expected) {
		byte[] rows = new byte[expected];
		Inflater inflater = new Inflater();
		try {
			inflater.setInput(packed);
			int count = 0;
			while (count < expected) {
				int more = inflater.inflate(rows, count, expected - count);
				if (more == 0) {
					throw broken();
				}
				count += more;
			}
			boolean more = inflater.inflate(new byte[1]) > 0;
			if (more || !inflater.finished() || inflater.getRemaining() > 0) {
				throw broken();
			}
			return rows;
		}
		catch (DataFormatException ex) {
			throw broken();
		}
		finally {
			inflater.end();
		}
	}

	private static ImageRefused broken() {
		return new ImageRefused(Reason.PNG_BROKEN, NAME);
	}

	/** Packed anew, so that nothing of how they were packed is left. */
	Chunk pack() {
		ByteArrayOutputStream packed = new ByteArrayOutputStream();
		Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
		try (DeflaterOutputStream out = new DeflaterOutputStream(packed, deflater)) {
			out.write(this.rows);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		finally {
			deflater.end();
		}
		return new Chunk(NAME, packed.toByteArray());
	}

}
