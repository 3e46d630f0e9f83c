package cn.yigongti.org.systemconfig.icon.image.png;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import cn.yigongti.org.systemconfig.icon.image.Image;
import cn.yigongti.org.systemconfig.icon.image.ImageFormat;
import cn.yigongti.org.systemconfig.icon.image.ImageRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static cn.yigongti.org.systemconfig.icon.image.png.Pngs.end;
import static cn.yigongti.org.systemconfig.icon.image.png.Pngs.header;
import static cn.yigongti.org.systemconfig.icon.image.png.Pngs.pixels;
import static cn.yigongti.org.systemconfig.icon.image.png.Pngs.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class PngTests {

	private static String refusal(byte[] png) {
		ImageRefused refused = catchThrowableOfType(ImageRefused.class, () -> Png.read(png));
		assertThat(refused).as("refused").isNotNull();
		return (refused.reason() + " " + refused.name()).strip();
	}

	private static List<String> names(byte[] png) {
		return Pngs.chunksOf(png).stream().map(Chunk::name).toList();
	}

	/** Of the image as drawn, with something more before the pixels. */
	private static byte[] with(Chunk... more) {
		List<Chunk> chunks = new ArrayList<>(Pngs.chunksOf(Pngs.drawn(8, 8)));
		chunks.addAll(1, List.of(more));
		return Pngs.of(chunks.toArray(Chunk[]::new));
	}

	@ParameterizedTest
	@CsvSource({ "1, 1", "17, 5", "256, 256", "1024, 3" })
	void keepsEveryPixel(int width, int height) {
		byte[] drawn = Pngs.drawn(width, height);
		Image image = Png.read(drawn);
		assertThat(image.format()).isEqualTo(ImageFormat.PNG);
		assertThat(image.width()).isEqualTo(width);
		assertThat(image.height()).isEqualTo(height);
		assertThat(Pngs.pixels(image.content())).isEqualTo(Pngs.pixels(drawn));
		assertThat(Png.read(image.content()).content()).isEqualTo(image.content());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			5  | 3  | 1  | 0 | 0 | 6
			5  | 3  | 16 | 0 | 0 | 33
			5  | 3  | 8  | 2 | 0 | 48
			5  | 3  | 8  | 4 | 0 | 33
			5  | 3  | 16 | 6 | 0 | 123
			9  | 9  | 8  | 0 | 1 | 100
			1  | 1  | 8  | 2 | 1 | 4
			3  | 2  | 8  | 0 | 1 | 10""")
	void readsEveryKindOfPixels(int width, int height, int bitDepth, int colour, int interlace, int bytes) {
		Chunk header = header(width, height, bitDepth, colour, interlace);
		byte[] png = Pngs.of(header, pixels(bytes), end());
		assertThat(Pngs.pixels(Png.read(png).content())).isEqualTo(Pngs.pixels(png)).hasSize(width * height);
		assertThat(refusal(Pngs.of(header, pixels(bytes - 1), end()))).isEqualTo("PNG_BROKEN IDAT");
		assertThat(refusal(Pngs.of(header, pixels(bytes + 1), end()))).isEqualTo("PNG_BROKEN IDAT");
	}

	@Test
	void keepsPaletteAndTransparency() {
		byte[] png = Pngs.of(header(2, 2, 1, 3, 0), text("PLTE", "abcdef"), text("tRNS", "\u0010"), pixels(4), end());
		Image image = Png.read(png);
		assertThat(names(image.content())).containsExactly("IHDR", "PLTE", "tRNS", "IDAT", "IEND");
		assertThat(Pngs.pixels(image.content())).isEqualTo(Pngs.pixels(png)).containsOnly(0x10616263);
	}

	@Test
	void removesWhatIsNotSeen() {
		byte[] png = with(text("tEXt", "Author\0somebody"), text("zTXt", "broken"), text("iTXt", "<x:xmpmeta>"),
				text("eXIf", "at home"), text("tIME", "now"), text("iCCP", "profile"), text("prVt", "<script>"));
		Image image = Png.read(png);
		assertThat(names(image.content())).containsExactly("IHDR", "IDAT", "IEND");
		assertThat(image.content()).isEqualTo(Png.read(Pngs.drawn(8, 8)).content());
	}

	@Test
	void packsPixelsAnewSoThatNothingHidesInHowTheyWerePacked() {
		byte[] rows = new byte[40 * 41];
		byte[] script = "<script>alert(1)</script>".getBytes(StandardCharsets.ISO_8859_1);
		System.arraycopy(script, 0, rows, 1, script.length);
		byte[] png = Pngs.of(header(40, 40, 8, 0, 0), new Chunk("IDAT", Pngs.deflated(rows)), end());
		assertThat(new String(png, StandardCharsets.ISO_8859_1)).contains("<script>");
		Image image = Png.read(png);
		assertThat(new String(image.content(), StandardCharsets.ISO_8859_1)).doesNotContain("<script>");
		assertThat(Pngs.pixels(image.content())).isEqualTo(Pngs.pixels(png));
	}

	@Test
	void joinsPixelsThatCameInPieces() {
		byte[] packed = Pngs.deflated(new byte[20]);
		byte[] png = Pngs.of(header(4, 4, 8, 0, 0), new Chunk("IDAT", Arrays.copyOf(packed, 3)),
				new Chunk("IDAT", new byte[0]), new Chunk("IDAT", Arrays.copyOfRange(packed, 3, packed.length)), end());
		assertThat(names(Png.read(png).content())).containsExactly("IHDR", "IDAT", "IEND");
	}

	@Test
	void refusesMoreThanAnIconHasBeforeItUnpacksAnything() {
		for (int[] size : new int[][] { { 1025, 1 }, { 1, 1025 }, { 60_000, 60_000 }, { Integer.MAX_VALUE, 1 } }) {
			assertThat(refusal(Pngs.of(header(size[0], size[1], 8, 6, 0), text("IDAT", "never read"), end())))
				.isEqualTo("PNG_TOO_LARGE");
		}
		byte[] bomb = Pngs.of(header(1, 1, 8, 0, 0), pixels(5_000_000), end());
		assertThat(refusal(bomb)).isEqualTo("PNG_BROKEN IDAT");
	}

	@ParameterizedTest
	@CsvSource({ "0, 1, 8, 0, 0", "1, -1, 8, 0, 0", "1, 1, 3, 0, 0", "1, 1, 8, 1, 0", "1, 1, 8, 5, 0", "1, 1, 4, 2, 0",
			"1, 1, 16, 3, 0", "1, 1, 8, 0, 2", "1, 1, 8, 0, -1", "1, 1, 0, 0, 0" })
	void refusesHeadersThatMakeNoSense(int width, int height, int bitDepth, int colour, int interlace) {
		assertThat(refusal(Pngs.of(header(width, height, bitDepth, colour, interlace), pixels(2), end())))
			.isEqualTo("PNG_BROKEN IHDR");
	}

	@ParameterizedTest
	@ValueSource(strings = { "<html><script>alert(1)</script></html>", "PK\u0003\u0004", "\n", "%PDF-1.7" })
	void refusesWhatComesAfterTheImage(String more) {
		assertThat(refusal(Pngs.join(Pngs.drawn(8, 8), more.getBytes(StandardCharsets.ISO_8859_1))))
			.isEqualTo("PNG_TRAILING_DATA");
	}

	@Test
	void refusesAnimations() {
		assertThat(refusal(with(text("acTL", "\0\0\0\2\0\0\0\0")))).isEqualTo("PNG_ANIMATED");
		assertThat(refusal(with(text("fcTL", "x")))).isEqualTo("PNG_ANIMATED");
	}

	@Test
	void refusesWhatIsBrokenOffWherever() {
		byte[] drawn = Pngs.drawn(8, 8);
		for (int length = 8; length < drawn.length; length++) {
			assertThat(refusal(Arrays.copyOf(drawn, length))).startsWith("PNG_BROKEN");
		}
	}

	@Test
	void refusesWhateverBitIsWrong() {
		byte[] drawn = Pngs.drawn(8, 8);
		for (int position = 8; position < drawn.length; position++) {
			byte[] damaged = drawn.clone();
			damaged[position] ^= 1;
			assertThat(refusal(damaged)).as("byte " + position).startsWith("PNG_");
		}
	}

	@Test
	void refusesChunksThatDontGoTogether() {
		Chunk header = header(2, 2, 1, 3, 0);
		Chunk colours = text("PLTE", "abcdef");
		assertThat(refusal(Pngs.of(header, pixels(4), end()))).isEqualTo("PNG_BROKEN PLTE");
		assertThat(refusal(Pngs.of(header, text("PLTE", "abcdefghi"), pixels(4), end()))).isEqualTo("PNG_BROKEN PLTE");
		assertThat(refusal(Pngs.of(header, text("PLTE", "abcd"), pixels(4), end()))).isEqualTo("PNG_BROKEN PLTE");
		assertThat(refusal(Pngs.of(header, colours, colours, pixels(4), end()))).isEqualTo("PNG_BROKEN PLTE");
		assertThat(refusal(Pngs.of(header, pixels(4), colours, end()))).isEqualTo("PNG_BROKEN PLTE");
		assertThat(refusal(Pngs.of(header, colours, text("tRNS", "abc"), pixels(4), end())))
			.isEqualTo("PNG_BROKEN tRNS");
		assertThat(refusal(with(text("tRNS", "ab")))).isEqualTo("PNG_BROKEN tRNS");
		assertThat(refusal(with(text("ABCD", "")))).isEqualTo("PNG_BROKEN ABCD");
		assertThat(refusal(with(text("IHDR", "")))).isEqualTo("PNG_BROKEN IHDR");
		assertThat(refusal(with(text("<b>!", "")))).isEqualTo("PNG_BROKEN");
		assertThat(refusal(Pngs.of(header(2, 2, 8, 0, 0), pixels(6), text("tEXt", ""), pixels(6), end())))
			.isEqualTo("PNG_BROKEN IDAT");
		assertThat(refusal(Pngs.of(header(2, 2, 8, 0, 0), pixels(6), text("IEND", "more"))))
			.isEqualTo("PNG_BROKEN IEND");
		assertThat(refusal(Pngs.of(header(2, 2, 8, 0, 0), end()))).isEqualTo("PNG_BROKEN IDAT");
		assertThat(refusal(Pngs.of(pixels(6), end()))).isEqualTo("PNG_BROKEN IHDR");
	}

	@Test
	void refusesPixelsThatCantBeUnpackedOrArentFiltered() {
		byte[] filtered = { 0, 1, 1, 5, 1, 1 };
		Chunk header = header(2, 2, 8, 0, 0);
		assertThat(refusal(Pngs.of(header, new Chunk("IDAT", Pngs.deflated(filtered)), end())))
			.isEqualTo("PNG_BROKEN IDAT");
		assertThat(refusal(Pngs.of(header, text("IDAT", "no zlib"), end()))).isEqualTo("PNG_BROKEN IDAT");
		byte[] hidden = Pngs.join(Pngs.deflated(new byte[6]), "hidden".getBytes(StandardCharsets.ISO_8859_1));
		assertThat(refusal(Pngs.of(header, new Chunk("IDAT", hidden), end()))).isEqualTo("PNG_BROKEN IDAT");
		byte[] packed = Pngs.deflated(new byte[6]);
		packed[packed.length - 1] ^= 1;
		assertThat(refusal(Pngs.of(header, new Chunk("IDAT", packed), end()))).isEqualTo("PNG_BROKEN IDAT");
	}

	@Test
	void endsWithAnAnswerWhateverItsBytes() {
		Random random = new Random(1);
		for (int i = 0; i < 2_000; i++) {
			byte[] noise = new byte[random.nextInt(200)];
			random.nextBytes(noise);
			assertThat(refusal(Pngs.join(Arrays.copyOf(Pngs.drawn(1, 1), 8), noise))).startsWith("PNG_");
		}
	}

}
