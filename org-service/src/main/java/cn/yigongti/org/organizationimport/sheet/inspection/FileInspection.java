package cn.yigongti.org.organizationimport.sheet.inspection;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import cn.yigongti.org.organizationimport.sheet.Dialect;
import cn.yigongti.org.organizationimport.sheet.SheetRefused;
import cn.yigongti.org.organizationimport.sheet.SheetRefused.Reason;

/**
 * Recognises a file by its content; its name and what the sender calls it don't count.
 */
public final class FileInspection {

	/** In UTF-16, the name of what holds a workbook that needs a password. */
	private static final String ENCRYPTED = new String("EncryptedPackage".getBytes(StandardCharsets.UTF_16LE),
			StandardCharsets.ISO_8859_1);

	private static final int BLOCK = 1 << 16;

	private FileInspection() {
	}

	/**
	 * Inspects a file.
	 * @return how to read it
	 * @throws SheetRefused when it is no table, or one that had better not be read
	 */
	public static Dialect of(Path file) throws IOException {
		byte[] start = startOf(file);
		if (start.length == 0) {
			throw new SheetRefused(Reason.EMPTY_FILE);
		}
		Signature signature = Signature.of(start);
		switch (signature) {
			case ZIP -> WorkbookInspection.inspect(file);
			case OLE -> throw new SheetRefused(isEncrypted(file) ? Reason.ENCRYPTED_FILE : Reason.UNSUPPORTED_FILE);
			case OTHER -> throw new SheetRefused(Reason.UNSUPPORTED_FILE);
			case NONE -> {
				return TextInspection.of(file);
			}
		}
		return Dialect.XLSX;
	}

	private static byte[] startOf(Path file) throws IOException {
		try (InputStream content = Files.newInputStream(file)) {
			return content.readNBytes(Signature.LENGTH);
		}
	}

	private static boolean isEncrypted(Path file) throws IOException {
		try (InputStream content = Files.newInputStream(file)) {
			String end = "";
			for (byte[] block = content.readNBytes(BLOCK); block.length > 0; block = content.readNBytes(BLOCK)) {
				String text = end + new String(block, StandardCharsets.ISO_8859_1);
				if (text.contains(ENCRYPTED)) {
					return true;
				}
				end = text.substring(Math.max(0, text.length() - ENCRYPTED.length()));
			}
			return false;
		}
	}

}
