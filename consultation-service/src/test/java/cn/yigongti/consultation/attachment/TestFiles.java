package cn.yigongti.consultation.attachment;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import javax.imageio.ImageIO;

/** Files as they come, and as they should not come. */
public final class TestFiles {

	private static final int PREAMBLE_BYTES = 128;

	private TestFiles() {
	}

	/** A picture; another for each number. */
	public static byte[] png(int number) {
		return image("png", number);
	}

	public static byte[] jpeg() {
		return image("jpeg", 1);
	}

	private static byte[] image(String format, int number) {
		BufferedImage image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
		Random random = new Random(number);
		for (int x = 0; x < image.getWidth(); x++) {
			for (int y = 0; y < image.getHeight(); y++) {
				image.setRGB(x, y, random.nextInt(1 << 24));
			}
		}
		try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
			ImageIO.write(image, format, out);
			return out.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public static byte[] pdf() {
		return text("%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n");
	}

	/** A DICOM file with so many bytes behind its mark. */
	public static byte[] dicom(int bytes) {
		byte[] file = new byte[PREAMBLE_BYTES + 4 + bytes];
		new Random(bytes).nextBytes(file);
		byte[] start = dicomStart();
		System.arraycopy(start, 0, file, 0, start.length);
		return file;
	}

	/** The preamble, the mark and where the first element begins. */
	public static byte[] dicomStart() {
		byte[] start = new byte[PREAMBLE_BYTES + 8];
		System.arraycopy(text("DICM"), 0, start, PREAMBLE_BYTES, 4);
		start[PREAMBLE_BYTES + 4] = 2;
		return start;
	}

	public static byte[] text(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	public static byte[] zip() {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(out)) {
			zip.putNextEntry(new ZipEntry("a.txt"));
			zip.write(text("hidden"));
			zip.setComment("comment");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return out.toByteArray();
	}

	public static byte[] joined(byte[]... parts) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		for (byte[] part : parts) {
			out.writeBytes(part);
		}
		return out.toByteArray();
	}

}
