package cn.yigongti.org.systemconfig.icon.image.png;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

import cn.yigongti.org.systemconfig.icon.image.ImageRefused;
import cn.yigongti.org.systemconfig.icon.image.ImageRefused.Reason;

/** A named piece of a PNG (ISO/IEC 15948, 5.3). */
final class Chunk {

	/** Length, name and sum. */
	private static final int FRAME = 12;

	private final String name;

	private final byte[] data;

	Chunk(String name, byte[] data) {
		this.name = name;
		this.data = data.clone();
	}

	/**
	 * Reads the next one, whose sum must be right.
	 * @throws ImageRefused when it is broken or broken off
	 */
	static Chunk next(ByteBuffer png) {
		if (png.remaining() < FRAME) {
			throw new ImageRefused(Reason.PNG_BROKEN, "IEND");
		}
		int length = png.getInt();
		byte[] name = new byte[4];
		png.get(name);
		String text = new String(name, StandardCharsets.ISO_8859_1);
		if (!text.matches("[A-Za-z]{4}")) {
			throw new ImageRefused(Reason.PNG_BROKEN);
		}
		if (length < 0 || length > png.remaining() - 4) {
			throw new ImageRefused(Reason.PNG_BROKEN, text);
		}
		byte[] data = new byte[length];
		png.get(data);
		if (png.getInt() != sum(name, data)) {
			throw new ImageRefused(Reason.PNG_BROKEN, text);
		}
		return new Chunk(text, data);
	}

	private static int sum(byte[] name, byte[] data) {
		CRC32 sum = new CRC32();
		sum.update(name);
		sum.update(data);
		return (int) sum.getValue();
	}

	boolean isCalled(String expected) {
		return this.name.equals(expected);
	}

	/** Whether an image can't be shown without understanding it. */
	boolean isCritical() {
		return Character.isUpperCase(this.name.charAt(0));
	}

	String name() {
		return this.name;
	}

	byte[] data() {
		return this.data.clone();
	}

	int length() {
		return this.data.length;
	}

	byte[] toBytes() {
		byte[] bytes = this.name.getBytes(StandardCharsets.ISO_8859_1);
		return ByteBuffer.allocate(FRAME + this.data.length)
			.putInt(this.data.length)
			.put(bytes)
			.put(this.data)
			.putInt(sum(bytes, this.data))
			.array();
	}

}
