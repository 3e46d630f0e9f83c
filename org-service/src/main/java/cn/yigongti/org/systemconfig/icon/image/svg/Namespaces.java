package cn.yigongti.org.systemconfig.icon.image.svg;

import java.util.Set;

/** Whose words an element or attribute is made of. */
final class Namespaces {

	static final String SVG = "http://www.w3.org/2000/svg";

	static final String XLINK = "http://www.w3.org/1999/xlink";

	/**
	 * In which programs do more than draw; all others, such as the notes of drawing
	 * programs, they pass over.
	 */
	private static final Set<String> ACTIVE = Set.of("http://www.w3.org/1999/xhtml",
			"http://www.w3.org/1998/Math/MathML", "http://www.w3.org/2001/XInclude", "http://www.w3.org/2003/XInclude",
			"http://www.w3.org/1999/XSL/Transform", "http://www.w3.org/2001/xml-events", "http://www.w3.org/ns/xbl",
			"http://www.mozilla.org/xbl", "http://www.mozilla.org/keymaster/gatekeeper/there.is.only.xul");

	private Namespaces() {
	}

	static boolean isActive(String namespace) {
		return ACTIVE.contains(namespace);
	}

}
