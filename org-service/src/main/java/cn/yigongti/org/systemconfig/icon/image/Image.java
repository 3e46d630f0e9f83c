package cn.yigongti.org.systemconfig.icon.image;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import cn.yigongti.org.systemconfig.icon.image.ImageRefused.Reason;
import org.jspecify.annotations.Nullable;

/** An image with nothing in it but what is seen. */
public final class Image {

	/** Larger than what may be sent: written anew, some images grow. */
	private static final int MAX_BYTES = 512 * 1024;

	private final ImageFormat format;

	private final byte[] content;

	private final @Nullable Integer width;

	private final @Nullable Integer height;

	/**
	 * With its size in pixels, as far as it has one of its own.
	 * @throws ImageRefused when it has become too large
	 */
	public Image(ImageFormat format, byte[] content, @Nullable Integer width, @Nullable Integer height) {
		if (content.length > MAX_BYTES) {
			throw new ImageRefused(Reason.IMAGE_TOO_INTRICATE);
		}
		this.format = format;
		this.content = content.clone();
		this.width = width;
		this.height = height;
	}

	public ImageFormat format() {
		return this.format;
	}

	public byte[] content() {
		return this.content.clone();
	}

	public int bytes() {
		return this.content.length;
	}

	public @Nullable Integer width() {
		return this.width;
	}

	public @Nullable Integer height() {
		return this.height;
	}

	/** SHA-256 of the content in hexadecimal digits. */
	public String hash() {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(this.content));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
