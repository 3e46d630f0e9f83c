package cn.yigongti.org.organizationimport.sheet.inspection;

import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import cn.yigongti.org.organizationimport.sheet.SheetRefused;
import cn.yigongti.org.organizationimport.sheet.SheetRefused.Reason;
import com.fasterxml.aalto.stax.InputFactoryImpl;
import org.jspecify.annotations.Nullable;

/**
 * Walks through one part of a workbook exactly as its reader does. A part that is not XML
 * is no danger to a reader of XML and is passed over where a workbook may have such
 * parts.
 */
class PartInspection {

	private static final XMLInputFactory FACTORY = factory();

	private static final Set<String> ENCODINGS = Set.of("UTF-8", "US-ASCII");

	private static final int MAX_DEPTH = 64;

	/** A spreadsheet allows 32,767 characters in a cell. */
	private static final int MAX_TEXT = 40_000;

	/** Elements within a text that don't end it. */
	private static final Set<String> WITHIN_TEXT = Set.of("is", "r", "rPr", "t", "rPh", "v");

	private final CellInspection cells;

	private final PackageInspection contents;

	private final boolean mayBeBinary;

	private final Deque<String> path = new ArrayDeque<>();

	private int textLength;

	PartInspection(Census census, boolean mayBeBinary) {
		this.cells = new CellInspection(census);
		this.contents = new PackageInspection(census);
		this.mayBeBinary = mayBeBinary;
	}

	private static XMLInputFactory factory() {
		XMLInputFactory factory = new InputFactoryImpl();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		return factory;
	}

	void read(InputStream content) {
		try {
			XMLStreamReader xml = FACTORY.createXMLStreamReader(content);
			require(isPlain(xml.getEncoding()) && isPlain(xml.getCharacterEncodingScheme()));
			while (xml.hasNext()) {
				look(xml, xml.next());
			}
		}
		catch (SheetRefused ex) {
			throw ex;
		}
		catch (XMLStreamException | RuntimeException ex) {
			if (!this.mayBeBinary) {
				throw new SheetRefused(Reason.UNREADABLE_FILE, ex);
			}
		}
	}

	private static boolean isPlain(@Nullable String encoding) {
		return encoding == null || ENCODINGS.contains(encoding);
	}

	private void look(XMLStreamReader xml, int event) {
		switch (event) {
			case XMLStreamConstants.START_ELEMENT -> begin(xml);
			case XMLStreamConstants.END_ELEMENT -> {
				this.path.pop();
				this.cells.end(xml.getLocalName());
			}
			case XMLStreamConstants.CHARACTERS, XMLStreamConstants.SPACE -> text(xml);
			case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE, XMLStreamConstants.CDATA ->
				throw new SheetRefused(Reason.UNREADABLE_FILE);
			default -> {
				// comments and processing instructions are skipped by every reader
			}
		}
	}

	private void begin(XMLStreamReader xml) {
		String element = xml.getLocalName();
		if (!WITHIN_TEXT.contains(element)) {
			this.textLength = 0;
		}
		this.cells.begin(xml, this.path.peek());
		this.contents.begin(xml);
		this.path.push(element);
		require(this.path.size() <= MAX_DEPTH);
	}

	private void text(XMLStreamReader xml) {
		this.textLength += xml.getTextLength();
		require(this.textLength <= MAX_TEXT);
		this.cells.text(xml);
	}

	static void require(boolean sound) {
		if (!sound) {
			throw new SheetRefused(Reason.UNREADABLE_FILE);
		}
	}

}
