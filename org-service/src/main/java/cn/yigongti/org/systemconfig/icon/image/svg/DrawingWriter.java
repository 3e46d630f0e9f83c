package cn.yigongti.org.systemconfig.icon.image.svg;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import javax.xml.XMLConstants;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes a drawing with plain names, in UTF-8, and every end of a line as a reader of XML
 * would take it.
 */
class DrawingWriter {

	private static final String XLINK_PREFIX = "xlink";

	private final StringWriter text = new StringWriter();

	private final XMLStreamWriter xml;

	private boolean begun;

	DrawingWriter() throws XMLStreamException {
		this.xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(this.text);
	}

	void open(String element, Map<String, String> attributes) throws XMLStreamException {
		this.xml.writeStartElement(element);
		if (!this.begun) {
			this.xml.writeDefaultNamespace(Namespaces.SVG);
			this.xml.writeNamespace(XLINK_PREFIX, Namespaces.XLINK);
			this.begun = true;
		}
		for (Map.Entry<String, String> attribute : attributes.entrySet()) {
			write(attribute.getKey(), attribute.getValue().replaceAll("[\\t\\r\\n]", " "));
		}
	}

	private void write(String name, String value) throws XMLStreamException {
		if (name.equals(Attributes.XLINK_HREF)) {
			this.xml.writeAttribute(XLINK_PREFIX, Namespaces.XLINK, Attributes.HREF, value);
		}
		else if (name.startsWith("xml:")) {
			this.xml.writeAttribute("xml", XMLConstants.XML_NS_URI, name.substring(4), value);
		}
		else {
			this.xml.writeAttribute(name, value);
		}
	}

	void text(String characters) throws XMLStreamException {
		this.xml.writeCharacters(characters.replaceAll("\\r\\n?", "\n"));
	}

	void close() throws XMLStreamException {
		this.xml.writeEndElement();
	}

	byte[] finish() throws XMLStreamException {
		this.xml.writeEndDocument();
		this.xml.flush();
		return this.text.toString().getBytes(StandardCharsets.UTF_8);
	}

}
