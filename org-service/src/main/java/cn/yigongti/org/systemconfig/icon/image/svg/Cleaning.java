package cn.yigongti.org.systemconfig.icon.image.svg;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import cn.yigongti.org.systemconfig.icon.image.Image;
import cn.yigongti.org.systemconfig.icon.image.ImageFormat;
import cn.yigongti.org.systemconfig.icon.image.ImageRefused;
import cn.yigongti.org.systemconfig.icon.image.ImageRefused.Reason;
import org.jspecify.annotations.Nullable;

/** One drawing on its way from what was sent to what is kept. */
class Cleaning {

	private static final String STYLE = "style";

	/** In place of the name of an element. */
	private static final String LEFT_OUT = "";

	private final XMLStreamReader source;

	private final DrawingWriter target = new DrawingWriter();

	private final Limits limits = new Limits();

	private final Reuse reuse = new Reuse();

	/** The elements we are in, the innermost first. */
	private final Deque<String> open = new ArrayDeque<>();

	private final StringBuilder sheet = new StringBuilder();

	private @Nullable Integer width;

	private @Nullable Integer height;

	Cleaning(XMLStreamReader source) throws XMLStreamException {
		this.source = source;
	}

	Image clean() throws XMLStreamException {
		while (this.source.hasNext()) {
			take(this.source.next());
		}
		if (!this.reuse.isBounded()) {
			throw new ImageRefused(Reason.SVG_TOO_COMPLEX, "references");
		}
		return new Image(ImageFormat.SVG, this.target.finish(), this.width, this.height);
	}

	private void take(int event) throws XMLStreamException {
		switch (event) {
			case XMLStreamConstants.START_ELEMENT -> open();
			case XMLStreamConstants.END_ELEMENT -> close();
			case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> text();
			case XMLStreamConstants.COMMENT, XMLStreamConstants.END_DOCUMENT -> {
				// neither is seen
			}
			case XMLStreamConstants.PROCESSING_INSTRUCTION ->
				throw refused(Reason.SVG_PROCESSING_INSTRUCTION, this.source.getPITarget());
			default -> throw refused(Reason.SVG_DOCTYPE, "");
		}
	}

	private void open() throws XMLStreamException {
		String exceeded = this.limits.exceededBy(this.source);
		if (!exceeded.isEmpty()) {
			throw refused(Reason.SVG_TOO_COMPLEX, exceeded);
		}
		String name = this.source.getLocalName();
		String namespace = Optional.ofNullable(this.source.getNamespaceURI()).orElse("");
		boolean drawing = namespace.equals(Namespaces.SVG);
		if (this.open.isEmpty() && !(drawing && name.equals("svg"))) {
			throw new ImageRefused(Reason.UNSUPPORTED_IMAGE);
		}
		boolean kept = drawing && Words.ELEMENTS.contains(name);
		boolean idle = drawing ? Words.IDLE_ELEMENTS.contains(name) : !Namespaces.isActive(namespace);
		if (!(kept || idle) || STYLE.equals(this.open.peek())) {
			throw refused(Reason.SVG_FORBIDDEN_ELEMENT, name);
		}
		if (kept && !isLeftOut()) {
			keep(name);
		}
		else {
			this.open.push(LEFT_OUT);
		}
	}

	private boolean isLeftOut() {
		return LEFT_OUT.equals(this.open.peek());
	}

	private void keep(String name) throws XMLStreamException {
		this.reuse.open(name, Attributes.idOf(this.source));
		Map<String, String> attributes = Attributes.of(this.source, this.reuse);
		if (this.open.isEmpty()) {
			String viewBox = attributes.get("viewBox");
			String sized = attributes.get("width");
			this.width = (sized != null) ? Lengths.pixels(sized) : Lengths.ofViewBox(viewBox, true);
			sized = attributes.get("height");
			this.height = (sized != null) ? Lengths.pixels(sized) : Lengths.ofViewBox(viewBox, false);
		}
		this.target.open(name, attributes);
		this.open.push(name);
	}

	private void close() throws XMLStreamException {
		this.limits.close();
		String closed = this.open.pop();
		if (closed.equals(LEFT_OUT)) {
			return;
		}
		if (closed.equals(STYLE)) {
			writeSheet();
		}
		this.target.close();
		this.reuse.close();
	}

	private void text() throws XMLStreamException {
		String within = this.open.peek();
		if (STYLE.equals(within)) {
			this.sheet.append(this.source.getText());
		}
		else if (within != null && Words.OF_TEXT.contains(within)) {
			this.target.text(this.source.getText());
		}
	}

	private void writeSheet() throws XMLStreamException {
		try {
			this.target.text(new Css(this.reuse::referFromStyleSheet).rules(this.sheet.toString()));
			this.sheet.setLength(0);
		}
		catch (Css.Refused ex) {
			throw refused(Attributes.reasonOf(ex.flaw()), STYLE);
		}
	}

	private ImageRefused refused(Reason reason, String name) {
		return new ImageRefused(reason, name, this.source.getLocation().getLineNumber());
	}

}
