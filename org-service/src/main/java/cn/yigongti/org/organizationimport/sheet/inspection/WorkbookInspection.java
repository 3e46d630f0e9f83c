package cn.yigongti.org.organizationimport.sheet.inspection;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;

import cn.yigongti.org.organizationimport.sheet.SheetRefused;
import cn.yigongti.org.organizationimport.sheet.SheetRefused.Reason;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Unpacks all that is in a workbook, keeping nothing, and looks at it. */
final class WorkbookInspection {

	private static final String CONTENTS = "[Content_Types].xml";

	private static final int MAX_ENTRIES = 2_000;

	/** Places that hold what is no workbook's business, in lower case. */
	private static final List<String> EMBEDDED = List.of("xl/externallinks/", "xl/embeddings/", "xl/activex/",
			"xl/querytables/", "xl/connections", "xl/model/");

	/** Parts that need not be XML. */
	private static final List<String> BINARY = List.of(".bin", ".png", ".jpeg", ".jpg", ".gif", ".emf", ".wmf", ".vml");

	private final Census census = new Census();

	private final InflationGuard guard;

	private final Set<String> names = new HashSet<>();

	private WorkbookInspection(long packedBytes) {
		this.guard = new InflationGuard(packedBytes);
	}

	/**
	 * Inspects a workbook.
	 * @throws SheetRefused when it is none, or one that had better not be read
	 */
	static void inspect(Path file) throws IOException {
		WorkbookInspection inspection = new WorkbookInspection(Files.size(file));
		try (ZipFile zip = ZipFile.builder().setFile(file.toFile()).get()) {
			inspection.inspect(zip);
		}
		catch (IOException ex) {
			throw new SheetRefused(Reason.UNREADABLE_FILE, ex);
		}
	}

	/** What is in the package is asked first: any other zip is simply no workbook. */
	private void inspect(ZipFile zip) throws IOException {
		ZipArchiveEntry contents = zip.getEntry(CONTENTS);
		if (contents == null) {
			throw new SheetRefused(Reason.UNSUPPORTED_FILE);
		}
		lookInside(zip, contents, false);
		this.census.requireWorkbook();
		for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
			lookAt(entry);
			if (!entry.isDirectory()) {
				lookInside(zip, entry, BINARY.stream().anyMatch(nameOf(entry)::endsWith));
			}
		}
		this.census.requireSharedStrings();
	}

	private void lookAt(ZipArchiveEntry entry) {
		String name = nameOf(entry);
		PartInspection.require(this.names.add(name) && this.names.size() <= MAX_ENTRIES);
		PartInspection.require(entry.getMethod() == ZipEntry.STORED || entry.getMethod() == ZipEntry.DEFLATED);
		if (entry.getGeneralPurposeBit().usesEncryption()) {
			throw new SheetRefused(Reason.ENCRYPTED_FILE);
		}
		if (name.contains("vbaproject") || name.contains("macrosheets/")) {
			throw new SheetRefused(Reason.MACRO_FILE);
		}
		if (EMBEDDED.stream().anyMatch(name::startsWith)) {
			throw new SheetRefused(Reason.EMBEDDED_CONTENT);
		}
	}

	private static String nameOf(ZipArchiveEntry entry) {
		return entry.getName().toLowerCase(Locale.ROOT);
	}

	private void lookInside(ZipFile zip, ZipArchiveEntry entry, boolean mayBeBinary) throws IOException {
		try (InputStream content = new BufferedInputStream(this.guard.over(zip.getInputStream(entry)))) {
			content.mark(Signature.LENGTH);
			byte[] start = content.readNBytes(Signature.LENGTH);
			content.reset();
			if (Signature.isContainer(start)) {
				throw new SheetRefused(Reason.EMBEDDED_CONTENT);
			}
			new PartInspection(this.census, mayBeBinary).read(content);
			content.transferTo(OutputStream.nullOutputStream());
		}
	}

}
