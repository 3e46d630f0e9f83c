package cn.yigongti.org.systemconfig.icon.image;

import java.util.Arrays;

/** What an icon can be made of. */
public enum ImageFormat {

	PNG("image/png", "png"), SVG("image/svg+xml", "svg");

	private final String mediaType;

	private final String extension;

	ImageFormat(String mediaType, String extension) {
		this.mediaType = mediaType;
		this.extension = extension;
	}

	public static ImageFormat ofMediaType(String mediaType) {
		return Arrays.stream(values())
			.filter((format) -> format.mediaType.equals(mediaType))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException(mediaType));
	}

	public String mediaType() {
		return this.mediaType;
	}

	/** Of the name of a file. */
	public String extension() {
		return this.extension;
	}

}
