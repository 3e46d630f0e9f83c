package cn.yigongti.org.systemconfig.icon.image.png;

import cn.yigongti.org.systemconfig.icon.image.ImageRefused;
import cn.yigongti.org.systemconfig.icon.image.ImageRefused.Reason;
import org.jspecify.annotations.Nullable;

/** Whether the colours a PNG lists, and those that are transparent, suit its header. */
final class Palette {

	static final String COLOURS = "PLTE";

	static final String TRANSPARENCY = "tRNS";

	private Palette() {
	}

	static void verify(Header header, @Nullable Chunk colours, @Nullable Chunk transparency) {
		if (!suits(header, colours)) {
			throw new ImageRefused(Reason.PNG_BROKEN, COLOURS);
		}
		if (transparency != null && !suits(header, colours, transparency.length())) {
			throw new ImageRefused(Reason.PNG_BROKEN, TRANSPARENCY);
		}
	}

	private static boolean suits(Header header, @Nullable Chunk colours) {
		if (colours == null) {
			return header.colour() != Header.INDEXED;
		}
		int most = (header.colour() == Header.INDEXED) ? 1 << header.bitDepth() : 256;
		boolean has = header.colour() == Header.INDEXED || (header.colour() & Header.TRUE_COLOUR) != 0;
		return has && colours.length() > 0 && colours.length() % 3 == 0 && colours.length() / 3 <= most;
	}

	private static boolean suits(Header header, @Nullable Chunk colours, int length) {
		return switch (header.colour()) {
			case Header.GREY -> length == 2;
			case Header.TRUE_COLOUR -> length == 6;
			case Header.INDEXED -> colours != null && length > 0 && length <= colours.length() / 3;
			default -> false;
		};
	}

}
