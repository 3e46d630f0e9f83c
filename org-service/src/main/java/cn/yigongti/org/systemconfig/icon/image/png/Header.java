package cn.yigongti.org.systemconfig.icon.image.png;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import cn.yigongti.org.systemconfig.icon.image.ImageRefused;
import cn.yigongti.org.systemconfig.icon.image.ImageRefused.Reason;

/**
 * What a PNG says of itself at the beginning (ISO/IEC 15948, 11.2.2): how much there will
 * be to unpack is known before anything is unpacked.
 */
record Header(int width, int height, int bitDepth, int colour, boolean interlaced) {

	static final String NAME = "IHDR";

	static final int MAX_SIDE = 1024;

	static final int GREY = 0;

	static final int TRUE_COLOUR = 2;

	static final int INDEXED = 3;

	private static final int LENGTH = 13;

	/** Samples of a pixel by type of colour. */
	private static final Map<Integer, Integer> SAMPLES = Map.of(GREY, 1, TRUE_COLOUR, 3, INDEXED, 1, 4, 2, 6, 4);

	private static final Map<Integer, Set<Integer>> BIT_DEPTHS = Map.of(GREY, Set.of(1, 2, 4, 8, 16), TRUE_COLOUR,
			Set.of(8, 16), INDEXED, Set.of(1, 2, 4, 8), 4, Set.of(8, 16), 6, Set.of(8, 16));

	/** Offset and distance, across and down, of the pixels of each pass of Adam7. */
	private static final int[][] PASSES = { { 0, 0, 8, 8 }, { 4, 0, 8, 8 }, { 0, 4, 4, 8 }, { 2, 0, 4, 4 },
			{ 0, 2, 2, 4 }, { 1, 0, 2, 2 }, { 0, 1, 1, 2 } };

	private static final int[][] ONE_PASS = { { 0, 0, 1, 1 } };

	/** Some of the rows of the image. */
	record Pass(int rows, int bytesOfRow) {

		/** With the filter before each row. */
		int bytes() {
			return this.rows * (1 + this.bytesOfRow);
		}

	}

	static Header of(Chunk chunk) {
		if (!chunk.isCalled(NAME) || chunk.length() != LENGTH) {
			throw broken();
		}
		ByteBuffer data = ByteBuffer.wrap(chunk.data());
		int width = data.getInt();
		int height = data.getInt();
		Header header = new Header(width, height, data.get(8), data.get(9), data.get(12) == 1);
		boolean plain = data.get(10) == 0 && data.get(11) == 0 && (data.get(12) == 0 || header.interlaced());
		if (width <= 0 || height <= 0 || !plain || !header.hasKnownColours()) {
			throw broken();
		}
		if (width > MAX_SIDE || height > MAX_SIDE) {
			throw new ImageRefused(Reason.PNG_TOO_LARGE);
		}
		return header;
	}

	private static ImageRefused broken() {
		return new ImageRefused(Reason.PNG_BROKEN, NAME);
	}

	private boolean hasKnownColours() {
		return Optional.ofNullable(BIT_DEPTHS.get(this.colour))
			.filter((depths) -> depths.contains(this.bitDepth))
			.isPresent();
	}

	/** In the order in which they come, without those that have no pixel. */
	Pass[] passes() {
		return Arrays.stream(this.interlaced ? PASSES : ONE_PASS)
			.map((pass) -> new Pass(count(this.height, pass[1], pass[3]),
					(count(this.width, pass[0], pass[2]) * bitsOfPixel() + 7) / 8))
			.filter((pass) -> pass.rows() > 0 && pass.bytesOfRow() > 0)
			.toArray(Pass[]::new);
	}

	private static int count(int length, int offset, int distance) {
		return Math.max(0, (length - offset + distance - 1) / distance);
	}

	private int bitsOfPixel() {
		return this.bitDepth * Optional.ofNullable(SAMPLES.get(this.colour)).orElse(0);
	}

}
