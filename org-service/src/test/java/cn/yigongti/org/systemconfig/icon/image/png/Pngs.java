package cn.yigongti.org.systemconfig.icon.image.png;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

import javax.imageio.ImageIO;

/** PNGs of all kinds, right and wrong. */
public final class Pngs {

	private static final byte[] SIGNATURE = { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };

	private Pngs() {
	}

	/** As a program would draw it, with pixels of all colours. */
	public static byte[] drawn(int width, int height) {
		BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
		for (int y = 0; y < height; y++) {
			for (int x = 0; x < width; x++) {
				image.setRGB(x, y, 0x80000000 + x * 31 + y * 7001);
			}
		}
		ByteArrayOutputStream png = new ByteArrayOutputStream();
		try {
			ImageIO.write(image, "png", png);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return png.toByteArray();
	}

	/** What a decoder sees in it. */
	static int[] pixels(byte[] png) {
		try {
			BufferedImage image = Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(png)));
			return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static byte[] of(Chunk... chunks) {
		ByteArrayOutputStream png = new ByteArrayOutputStream();
		png.writeBytes(SIGNATURE);
		for (Chunk chunk : chunks) {
			png.writeBytes(chunk.toBytes());
		}
		return png.toByteArray();
	}

	static List<Chunk> chunksOf(byte[] png) {
		ByteBuffer rest = ByteBuffer.wrap(png);
		rest.position(SIGNATURE.length);
		List<Chunk> chunks = new ArrayList<>();
		while (rest.hasRemaining()) {
			chunks.add(Chunk.next(rest));
		}
		return chunks;
	}

	static Chunk header(int width, int height, int bitDepth, int colour, int interlace) {
		return new Chunk("IHDR",
				ByteBuffer.allocate(13)
					.putInt(width)
					.putInt(height)
					.put((byte) bitDepth)
					.put((byte) colour)
					.putShort((short) 0)
					.put((byte) interlace)
					.array());
	}

	static Chunk text(String name, String content) {
		return new Chunk(name, content.getBytes(StandardCharsets.ISO_8859_1));
	}

	static Chunk pixels(int bytes) {
		return new Chunk("IDAT", deflated(new byte[bytes]));
	}

	static Chunk end() {
		return new Chunk("IEND", new byte[0]);
	}

	static byte[] deflated(byte[] content) {
		ByteArrayOutputStream packed = new ByteArrayOutputStream();
		try (DeflaterOutputStream out = new DeflaterOutputStream(packed, new Deflater(Deflater.NO_COMPRESSION))) {
			out.write(content);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return packed.toByteArray();
	}

	static byte[] join(byte[] first, byte[] second) {
		return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
	}

}
