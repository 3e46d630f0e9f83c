package cn.yigongti.iam.secondfactor;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/**
 * A QR code as SVG, which stands in the page itself: nothing has to be loaded, and the
 * secret is in no address.
 */
public final class QrCode {

	/** Modules of white all around (ISO/IEC 18004). */
	private static final int QUIET = 4;

	private QrCode() {
	}

	public static String svg(String content) {
		ByteMatrix modules = modules(content);
		int size = modules.getWidth() + 2 * QUIET;
		StringBuilder path = new StringBuilder();
		for (int y = 0; y < modules.getHeight(); y++) {
			for (int x = 0; x < modules.getWidth(); x++) {
				if (modules.get(x, y) == 1) {
					path.append("M%d %dh1v1h-1z".formatted(x + QUIET, y + QUIET));
				}
			}
		}
		return """
				<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" shape-rendering="crispEdges" \
				aria-hidden="true"><rect width="%1$d" height="%1$d" fill="#fff"/><path d="%2$s" fill="#000"/></svg>"""
			.formatted(size, path);
	}

	private static ByteMatrix modules(String content) {
		try {
			return Encoder.encode(content, ErrorCorrectionLevel.M).getMatrix();
		}
		catch (WriterException ex) {
			throw new IllegalArgumentException("too long for a QR code", ex);
		}
	}

}
