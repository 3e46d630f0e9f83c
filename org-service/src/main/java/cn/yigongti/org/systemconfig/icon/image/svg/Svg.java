package cn.yigongti.org.systemconfig.icon.image.svg;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import cn.yigongti.org.systemconfig.icon.image.Image;
import cn.yigongti.org.systemconfig.icon.image.ImageRefused;
import cn.yigongti.org.systemconfig.icon.image.ImageRefused.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Reads an SVG as XML, in UTF-8 and no other encoding, and writes anew what it draws.
 */
public final class Svg {

	private static final char BYTE_ORDER_MARK = '\ufeff';

	private Svg() {
	}

	/** That of the JDK, whatever else is on the class path. */
	private static XMLInputFactory factory() {
		XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
		factory.setProperty(XMLInputFactory.IS_COALESCING, true);
		factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
		factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
		return factory;
	}

	/** Whether it may be one: markup, not text or bytes of another kind. */
	public static boolean mayBegin(byte[] content) {
		for (byte each : content) {
			if (each == '<') {
				return true;
			}
			boolean before = Character.isWhitespace(each) || each == (byte) 0xef || each == (byte) 0xbb
					|| each == (byte) 0xbf || each == (byte) 0xfe || each == (byte) 0xff || each == 0;
			if (!before) {
				return false;
			}
		}
		return false;
	}

	/**
	 * Reads and rewrites it.
	 * @throws ImageRefused when it does anything but draw, or is no SVG
	 */
	public static Image read(byte[] content) {
		String text = textOf(content);
		try {
			XMLStreamReader source = factory().createXMLStreamReader(new StringReader(text));
			require(source.getCharacterEncodingScheme(), "UTF-8", Reason.SVG_NOT_UTF8);
			require(source.getVersion(), "1.0", Reason.SVG_MALFORMED);
			return new Cleaning(source).clean();
		}
		catch (XMLStreamException ex) {
			throw new ImageRefused(Reason.SVG_MALFORMED, "",
					Optional.ofNullable(ex.getLocation()).map((location) -> location.getLineNumber()).orElse(null));
		}
	}

	private static void require(@Nullable String declared, String usual, Reason otherwise) {
		if (declared != null && !declared.equalsIgnoreCase(usual)) {
			throw new ImageRefused(otherwise);
		}
	}

	private static String textOf(byte[] content) {
		try {
			String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
			return (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) ? text.substring(1) : text;
		}
		catch (CharacterCodingException ex) {
			throw new ImageRefused(Reason.SVG_NOT_UTF8);
		}
	}

}
