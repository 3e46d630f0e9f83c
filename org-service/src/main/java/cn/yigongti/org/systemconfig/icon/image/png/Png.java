package cn.yigongti.org.systemconfig.icon.image.png;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;

import cn.yigongti.org.systemconfig.icon.image.Image;
import cn.yigongti.org.systemconfig.icon.image.ImageFormat;
import cn.yigongti.org.systemconfig.icon.image.ImageRefused;
import cn.yigongti.org.systemconfig.icon.image.ImageRefused.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Reads a PNG whole and writes it anew: pixels, palette and transparency, to the bit.
 * Everything else goes, such as text, positions, times and profiles of colour.
 */
public final class Png {

	private static final byte[] SIGNATURE = { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };

	private static final String END = "IEND";

	private static final Set<String> OF_ANIMATIONS = Set.of("acTL", "fcTL", "fdAT");

	private @Nullable Chunk colours;

	private @Nullable Chunk transparency;

	private final ByteArrayOutputStream packed = new ByteArrayOutputStream();

	private boolean pixelsBegan;

	private String last = "";

	private Png() {
	}

	public static boolean begins(byte[] content) {
		return Arrays.mismatch(content, SIGNATURE) == SIGNATURE.length;
	}

	/**
	 * Reads and rewrites it.
	 * @throws ImageRefused when it is broken, too large, animated or not all there is
	 */
	public static Image read(byte[] content) {
		ByteBuffer rest = ByteBuffer.wrap(content);
		rest.position(SIGNATURE.length);
		Png png = new Png();
		Chunk first = Chunk.next(rest);
		Header header = Header.of(first);
		Chunk next = Chunk.next(rest);
		while (!next.isCalled(END)) {
			png.take(next);
			next = Chunk.next(rest);
		}
		if (next.length() > 0) {
			throw new ImageRefused(Reason.PNG_BROKEN, END);
		}
		if (rest.hasRemaining()) {
			throw new ImageRefused(Reason.PNG_TRAILING_DATA);
		}
		return png.rewrite(header, first, next);
	}

	private void take(Chunk chunk) {
		if (OF_ANIMATIONS.contains(chunk.name())) {
			throw new ImageRefused(Reason.PNG_ANIMATED);
		}
		switch (chunk.name()) {
			case Scanlines.NAME -> {
				require(!this.pixelsBegan || this.last.equals(Scanlines.NAME), chunk);
				this.pixelsBegan = true;
				this.packed.writeBytes(chunk.data());
			}
			case Palette.COLOURS -> {
				require(!this.pixelsBegan && this.colours == null && this.transparency == null, chunk);
				this.colours = chunk;
			}
			case Palette.TRANSPARENCY -> {
				require(!this.pixelsBegan && this.transparency == null, chunk);
				this.transparency = chunk;
			}
			default -> require(!chunk.isCritical(), chunk);
		}
		this.last = chunk.name();
	}

	private static void require(boolean fulfilled, Chunk chunk) {
		if (!fulfilled) {
			throw new ImageRefused(Reason.PNG_BROKEN, chunk.name());
		}
	}

	private Image rewrite(Header header, Chunk first, Chunk end) {
		Palette.verify(header, this.colours, this.transparency);
		Chunk pixels = Scanlines.unpack(header, this.packed.toByteArray()).pack();
		ByteArrayOutputStream written = new ByteArrayOutputStream();
		written.writeBytes(SIGNATURE);
		Stream.of(first, this.colours, this.transparency, pixels, end).forEach((chunk) -> {
			if (chunk != null) {
				written.writeBytes(chunk.toBytes());
			}
		});
		return new Image(ImageFormat.PNG, written.toByteArray(), header.width(), header.height());
	}

}
