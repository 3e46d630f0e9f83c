package cn.yigongti.iam.secondfactor;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class QrCodeTests {

	private static final int SCALE = 4;

	@Test
	void canBeReadBack() throws Exception {
		String uri = Enrolment.of(Enrolment.randomSecret(), "zhangsan").uri();

		assertThat(read(QrCode.svg(uri))).isEqualTo(uri);
	}

	@Test
	void bringsNoStyleOrScriptThatThePolicyOfThePageWouldRefuse() {
		assertThat(QrCode.svg("otpauth://totp/x")).doesNotContain("style", "script", "href");
	}

	private static String read(String svg) throws Exception {
		Matcher box = Pattern.compile("viewBox=\"0 0 (\\d+) ").matcher(svg);
		assertThat(box.find()).isTrue();
		int size = Integer.parseInt(box.group(1)) * SCALE;
		int[] pixels = new int[size * size];
		Arrays.fill(pixels, 0xffffff);
		Matcher module = Pattern.compile("M(\\d+) (\\d+)h").matcher(svg);
		while (module.find()) {
			paint(pixels, size, Integer.parseInt(module.group(1)), Integer.parseInt(module.group(2)));
		}
		LuminanceSource image = new RGBLuminanceSource(size, size, pixels);
		Map<DecodeHintType, Object> hints = new HashMap<>();
		hints.put(DecodeHintType.PURE_BARCODE, true);
		return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(image)), hints).getText();
	}

	private static void paint(int[] pixels, int size, int x, int y) {
		for (int row = 0; row < SCALE; row++) {
			for (int column = 0; column < SCALE; column++) {
				pixels[(y * SCALE + row) * size + x * SCALE + column] = 0;
			}
		}
	}

}
