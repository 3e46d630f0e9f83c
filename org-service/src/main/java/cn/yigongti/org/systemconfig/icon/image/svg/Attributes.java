package cn.yigongti.org.systemconfig.icon.image.svg;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamReader;

import cn.yigongti.org.systemconfig.icon.image.ImageRefused;
import cn.yigongti.org.systemconfig.icon.image.ImageRefused.Reason;

/** What is kept of an element's attributes. */
final class Attributes {

	static final String HREF = "href";

	static final String XLINK_HREF = "xlink:href";

	/** Without the percent sign, which would be another way to write such a name. */
	static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.:-]{0,127}");

	private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z0-9-]{0,35}");

	private final XMLStreamReader element;

	private final Reuse reuse;

	private final Map<String, String> kept = new LinkedHashMap<>();

	private Attributes(XMLStreamReader element, Reuse reuse) {
		this.element = element;
		this.reuse = reuse;
	}

	/**
	 * Those of the element that begins here, by name, of which {@code xlink:href} and
	 * those of XML have a prefix. What they refer to is noted.
	 */
	static Map<String, String> of(XMLStreamReader element, Reuse reuse) {
		Attributes attributes = new Attributes(element, reuse);
		for (int i = 0; i < element.getAttributeCount(); i++) {
			attributes.take(Optional.ofNullable(element.getAttributeNamespace(i)).orElse(""),
					element.getAttributeLocalName(i), element.getAttributeValue(i));
		}
		return attributes.kept;
	}

	/** An id that something can refer to, or empty. */
	static String idOf(XMLStreamReader element) {
		String id = element.getAttributeValue("", "id");
		return (id != null && NAME.matcher(id).matches()) ? id : "";
	}

	private void take(String namespace, String name, String value) {
		if (Namespaces.isActive(namespace) || (namespace.isEmpty() && name.toLowerCase(Locale.ROOT).startsWith("on"))) {
			throw refused(Reason.SVG_EVENT_HANDLER, name);
		}
		switch (namespace) {
			case "" -> takeOwn(name, value);
			case Namespaces.XLINK -> {
				if (name.equals(HREF)) {
					reference(XLINK_HREF, value);
				}
			}
			case XMLConstants.XML_NS_URI -> takeOfXml(name, value);
			default -> {
				// a note of the program that drew it
			}
		}
	}

	private void takeOwn(String name, String value) {
		if (name.equals(HREF)) {
			reference(name, value);
		}
		else if (name.equals("id")) {
			if (NAME.matcher(value).matches()) {
				this.kept.put(name, value);
			}
		}
		else if (name.equals("style")) {
			takeStyle(value);
		}
		else if (Words.SPOKEN_ATTRIBUTES.contains(name)) {
			this.kept.put(name, value);
		}
		else if (Words.ATTRIBUTES.contains(name)) {
			CssValue.flawOf(value, this.reuse::refer).ifPresent((flaw) -> {
				throw refused(reasonOf(flaw), name);
			});
			this.kept.put(name, value);
		}
	}

	private void takeStyle(String value) {
		try {
			String declarations = new Css(this.reuse::refer).declarations(value);
			if (!declarations.isEmpty()) {
				this.kept.put("style", declarations);
			}
		}
		catch (Css.Refused ex) {
			throw refused(reasonOf(ex.flaw()), "style");
		}
	}

	private void takeOfXml(String name, String value) {
		if (name.equals("base")) {
			throw refused(Reason.SVG_EXTERNAL_REFERENCE, "xml:base");
		}
		boolean known = name.equals("space") ? value.matches("preserve|default")
				: name.equals("lang") && LANGUAGE.matcher(value).matches();
		if (known) {
			this.kept.put("xml:" + name, value);
		}
	}

	private void reference(String name, String value) {
		String target = value.strip();
		if (target.isEmpty()) {
			return;
		}
		if (!target.startsWith("#") || !NAME.matcher(target.substring(1)).matches()) {
			throw refused(Reason.SVG_EXTERNAL_REFERENCE, name);
		}
		this.reuse.refer(target.substring(1));
		this.kept.put(name, target);
	}

	static Reason reasonOf(CssValue.Flaw flaw) {
		return switch (flaw) {
			case NOT_PLAIN -> Reason.SVG_FORBIDDEN_STYLE;
			case LEADS_OUT -> Reason.SVG_EXTERNAL_REFERENCE;
		};
	}

	private ImageRefused refused(Reason reason, String name) {
		return new ImageRefused(reason, name, this.element.getLocation().getLineNumber());
	}

}
