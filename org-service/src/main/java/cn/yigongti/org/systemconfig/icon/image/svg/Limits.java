package cn.yigongti.org.systemconfig.icon.image.svg;

import javax.xml.stream.XMLStreamReader;

/** How large a drawing may be in each respect. */
final class Limits {

	private static final int MAX_ELEMENTS = 5_000;

	private static final int MAX_DEPTH = 64;

	private static final int MAX_ATTRIBUTES = 64;

	private static final int MAX_VALUE = 64 * 1024;

	private int elements;

	private int depth;

	/** Which of them the element exceeds that begins here; empty if none. */
	String exceededBy(XMLStreamReader element) {
		this.elements++;
		this.depth++;
		if (this.elements > MAX_ELEMENTS) {
			return "elements";
		}
		if (this.depth > MAX_DEPTH) {
			return "depth";
		}
		if (element.getAttributeCount() > MAX_ATTRIBUTES) {
			return "attributes";
		}
		for (int i = 0; i < element.getAttributeCount(); i++) {
			if (element.getAttributeValue(i).length() > MAX_VALUE) {
				return element.getAttributeLocalName(i);
			}
		}
		return "";
	}

	void close() {
		this.depth--;
	}

}
