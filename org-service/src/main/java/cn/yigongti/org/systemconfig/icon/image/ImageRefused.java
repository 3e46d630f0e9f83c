package cn.yigongti.org.systemconfig.icon.image;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** An image that will not be taken, because of what it is or what it holds. */
public class ImageRefused extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private static final int MAX_NAME = 64;

	/** Why. */
	public enum Reason {

		/** Neither PNG nor SVG, whatever its sender says. */
		UNSUPPORTED_IMAGE,
		/** Unremarkable when sent, but too large once written plainly. */
		IMAGE_TOO_INTRICATE,
		/** Broken off, broken, or not as the specification wants it; name: the part. */
		PNG_BROKEN,
		/** More pixels than an icon has. */
		PNG_TOO_LARGE,
		/** Has more pictures than one. */
		PNG_ANIMATED,
		/** Something comes after the image. */
		PNG_TRAILING_DATA,
		/** Text in another encoding than UTF-8, or that says so. */
		SVG_NOT_UTF8,
		/** No well-formed XML. */
		SVG_MALFORMED,
		/** Has a document type, with which come entities and files from elsewhere. */
		SVG_DOCTYPE,
		/** Tells programs what to do; name: which. */
		SVG_PROCESSING_INSTRUCTION,
		/** Does something, fetches something or isn't known; name: of the element. */
		SVG_FORBIDDEN_ELEMENT,
		/** Runs a program; name: of the attribute. */
		SVG_EVENT_HANDLER,
		/** Leads out of the image; name: of the attribute or element. */
		SVG_EXTERNAL_REFERENCE,
		/** Styles that aren't plain declarations; name: of the attribute or element. */
		SVG_FORBIDDEN_STYLE,
		/** More, deeper or longer than an icon needs; name: what. */
		SVG_TOO_COMPLEX;

		/** Stable, kebab-case. */
		public String code() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

	private final Reason reason;

	private final String name;

	private final @Nullable Integer line;

	public ImageRefused(Reason reason) {
		this(reason, "", null);
	}

	public ImageRefused(Reason reason, String name) {
		this(reason, name, null);
	}

	/**
	 * With what is to blame.
	 * @param line counted from one
	 */
	public ImageRefused(Reason reason, String name, @Nullable Integer line) {
		super(reason.name());
		this.reason = reason;
		this.name = (name.length() > MAX_NAME) ? name.substring(0, MAX_NAME) : name;
		this.line = line;
	}

	public Reason reason() {
		return this.reason;
	}

	/** What is to blame, empty when there is no name for it. */
	public String name() {
		return this.name;
	}

	public @Nullable Integer line() {
		return this.line;
	}

}
