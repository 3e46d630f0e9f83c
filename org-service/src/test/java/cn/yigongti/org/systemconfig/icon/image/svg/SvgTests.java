package cn.yigongti.org.systemconfig.icon.image.svg;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import cn.yigongti.org.systemconfig.icon.image.Image;
import cn.yigongti.org.systemconfig.icon.image.ImageRefused;
import cn.yigongti.org.systemconfig.icon.image.ImageRefused.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class SvgTests {

	private static final String BEGIN = "<svg xmlns='http://www.w3.org/2000/svg' "
			+ "xmlns:xlink='http://www.w3.org/1999/xlink' viewBox='0 0 24 24'>";

	private static final String WRITTEN = "<svg xmlns=\"http://www.w3.org/2000/svg\" "
			+ "xmlns:xlink=\"http://www.w3.org/1999/xlink\" viewBox=\"0 0 24 24\">";

	private static String clean(String svg) {
		return new String(Svg.read(svg.getBytes(StandardCharsets.UTF_8)).content(), StandardCharsets.UTF_8);
	}

	/** What becomes of something in a drawing. */
	private static String within(String content) {
		String cleaned = clean(BEGIN + content + "</svg>");
		return cleaned.equals(WRITTEN.replace(">", "></svg>")) ? ""
				: cleaned.substring(WRITTEN.length(), cleaned.length() - "</svg>".length());
	}

	private static ImageRefused refusal(byte[] svg) {
		ImageRefused refused = catchThrowableOfType(ImageRefused.class, () -> Svg.read(svg));
		assertThat(refused).as("refused").isNotNull();
		return refused;
	}

	private static ImageRefused refusal(String svg) {
		return refusal(svg.getBytes(StandardCharsets.UTF_8));
	}

	private static String refusalWithin(String content) {
		ImageRefused refused = refusal(BEGIN + "\n" + content + "</svg>");
		return refused.reason() + " " + refused.name();
	}

	@ParameterizedTest
	@ValueSource(strings = { "<path d=\"M0,0 h24 v24Z\" fill=\"#c00\" stroke-width=\"1.5\"></path>",
			"<g id=\"a\" class=\"st0 st1\" transform=\"translate(1 2) rotate(45)\"><circle cx=\"1\" cy=\"2\" r=\"3\"></circle></g>",
			"<linearGradient id=\"g\" gradientTransform=\"matrix(1 0 0 1 0 0)\"><stop offset=\"0\" stop-color=\"rgba(1,2,3,.5)\"></stop></linearGradient><rect fill=\"url(#g)\"></rect>",
			"<symbol id=\"s\"><rect width=\"1\" height=\"1\"></rect></symbol><use xlink:href=\"#s\"></use><use href=\"#s\" x=\"2\"></use>",
			"<style>.st0{fill:#fff;stroke:url(#g)}.st1,g{opacity:.5}</style><radialGradient id=\"g\"></radialGradient>",
			"<text font-family=\"'Microsoft YaHei', sans-serif\" xml:space=\"preserve\"> 医共体 <tspan>𠮷</tspan> </text>",
			"<title>人民医院 &amp; 卫生院 &lt;b&gt;</title>",
			"<filter id=\"f\"><feGaussianBlur in=\"SourceAlpha\" stdDeviation=\"2\"></feGaussianBlur></filter>",
			"<path style=\"fill:none;stroke:url(#图层_1)\"></path>" })
	void keepsWhatDraws(String content) {
		assertThat(within(content)).isEqualTo(content);
	}

	@Test
	void dropsWhatDrawsNothing() {
		assertThat(within("<!-- made by hand --><metadata><r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
				+ "<r:li>x</r:li></r:RDF></metadata><s:namedview xmlns:s='http://sodipodi' pagecolor='#fff'/>"
				+ "\n\t<g xmlns:i='http://inkscape' i:label='x' data-name='y' tabindex='0' "
				+ "style='-inkscape-stroke:none;fill:red'>loose</g>"))
			.isEqualTo("<g style=\"fill:red\"></g>");
	}

	@Test
	void writesNamesWithoutPrefixes() {
		assertThat(clean("<?xml version='1.0' encoding='utf-8'?><s:svg xmlns:s='http://www.w3.org/2000/svg' "
				+ "xmlns:l='http://www.w3.org/1999/xlink'><s:g id='a'/><s:use l:href='#a'/></s:svg>"))
			.isEqualTo(WRITTEN.replace(" viewBox=\"0 0 24 24\"", "")
					+ "<g id=\"a\"></g><use xlink:href=\"#a\"></use></svg>");
	}

	@Test
	void changesNothingTheSecondTime() {
		String once = clean(
				BEGIN + "<style> .a , g { fill : RED ; } /* } */ </style><text class='a'>&#x3c;&#13;\"</text>"
						+ "<path d='M0&#10;0'/></svg>");
		assertThat(clean(once)).isEqualTo(once);
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", textBlock = """
			width='24' height='32px'               | 24 | 32
			width='1.6' viewBox='0 0 10 20'        | 2  | 20
			viewBox='-1,-1 10.4 20'                | 10 | 20
			width='100%' height='2em' viewBox='0 0 1 1' | - | -
			width='0' height='99999999'            | -  | -
			viewBox='none'                         | -  | -""", delimiter = '|')
	void knowsItsSizeIfItIsInPixels(String attributes, Integer width, Integer height) {
		Image image = Svg
			.read(("<svg xmlns='http://www.w3.org/2000/svg' " + attributes + "/>").getBytes(StandardCharsets.UTF_8));
		assertThat(image.width()).isEqualTo(width);
		assertThat(image.height()).isEqualTo(height);
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
			<script>alert(1)</script>                                          | script
			<g><s:script xmlns:s='http://www.w3.org/2000/svg'/></g>            | script
			<metadata><script/></metadata>                                     | script
			<e:x xmlns:e='urn:e'><script href='data:,alert(1)'/></e:x>         | script
			<foreignObject><p>x</p></foreignObject>                            | foreignObject
			<h:iframe xmlns:h='http://www.w3.org/1999/xhtml'/>                 | iframe
			<title><b xmlns='http://www.w3.org/1999/xhtml'>x</b></title>       | b
			<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='/etc/passwd' parse='text'/> | include
			<xsl:x xmlns:xsl='http://www.w3.org/1999/XSL/Transform'/>          | x
			<m:maction xmlns:m='http://www.w3.org/1998/Math/MathML'/>          | maction
			<set attributeName='href' to='javascript:alert(1)'/>               | set
			<a><animate attributeName='href' values='javascript:alert(1)'/></a> | a
			<rect><animate attributeName='onload' to='x'/></rect>              | animate
			<animateMotion/>                                                   | animateMotion
			<image href='data:image/png;base64,iVBORw0KGgo='/>                 | image
			<filter><feImage href='http://e/'/></filter>                       | feImage
			<SCRIPT/>                                                          | SCRIPT
			<style><g/></style>                                                | g
			<handler/>                                                         | handler
			<listener xmlns='http://www.w3.org/2001/xml-events'/>              | listener
			<video/>                                                           | video
			<unheardOf/>                                                       | unheardOf""")
	void refusesWhatDoesMoreThanDraw(String content, String element) {
		assertThat(refusalWithin(content)).isEqualTo("SVG_FORBIDDEN_ELEMENT " + element);
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', delimiter = '|',
			textBlock = """
					<rect onload='x'/>                                                       | SVG_EVENT_HANDLER onload
					<rect ONCLICK='x'/>                                                      | SVG_EVENT_HANDLER ONCLICK
					<g onfocusin=''/>                                                        | SVG_EVENT_HANDLER onfocusin
					<g xmlns:e='http://www.w3.org/2001/xml-events' e:event='load'/>          | SVG_EVENT_HANDLER event
					<use href='http://example.org/a.svg#b'/>                                 | SVG_EXTERNAL_REFERENCE href
					<use href='javascript:alert(1)'/>                                        | SVG_EXTERNAL_REFERENCE href
					<use href=' &#x6A;avascript:alert(1)'/>                                  | SVG_EXTERNAL_REFERENCE href
					<use xlink:href='//example.org/#b'/>                                     | SVG_EXTERNAL_REFERENCE xlink:href
					<use href='data:text/html,x'/>                                           | SVG_EXTERNAL_REFERENCE href
					<use href='data:image/svg+xml;base64,AAAA#x'/>                           | SVG_EXTERNAL_REFERENCE href
					<use href='#%61'/>                                                       | SVG_EXTERNAL_REFERENCE href
					<use href='#xpointer(id(a))'/>                                           | SVG_EXTERNAL_REFERENCE href
					<g xml:base='http://example.org/'/>                                      | SVG_EXTERNAL_REFERENCE xml:base
					<rect fill='url(http://example.org/)'/>                                  | SVG_EXTERNAL_REFERENCE fill
					<rect fill='URL( "http://example.org/" )'/>                              | SVG_EXTERNAL_REFERENCE fill
					<rect fill='url (http://example.org/)'/>                                 | SVG_EXTERNAL_REFERENCE fill
					<rect fill='url(#a) url(//example.org/)'/>                               | SVG_EXTERNAL_REFERENCE fill
					<rect fill='url(#a'/>                                                    | SVG_EXTERNAL_REFERENCE fill
					<rect fill='u\\72l(http://example.org/)'/>                               | SVG_FORBIDDEN_STYLE fill
					<rect fill='ur/**/l(http://example.org/)'/>                              | SVG_FORBIDDEN_STYLE fill
					<rect fill='image-set("http://example.org/" 1x)'/>                       | SVG_FORBIDDEN_STYLE fill
					<rect fill='src("http://example.org/")'/>                                | SVG_FORBIDDEN_STYLE fill
					<rect filter='progid:X.Y(src="//e")'/>                                   | SVG_FORBIDDEN_STYLE filter
					<rect style='fill:url(http://example.org/)'/>                            | SVG_EXTERNAL_REFERENCE style
					<rect style='background-image:url(http://example.org/)'/>                | SVG_EXTERNAL_REFERENCE style
					<rect style='-moz-binding:url(//e/x.xml#y)'/>                            | SVG_EXTERNAL_REFERENCE style
					<rect style='width:expression(alert(1))'/>                               | SVG_FORBIDDEN_STYLE style
					<rect style="fill:'a;b:url(#c)'"/>                                       | SVG_FORBIDDEN_STYLE style
					<rect style='{}'/>                                                       | SVG_FORBIDDEN_STYLE style
					<style>@import 'http://example.org/';</style>                            | SVG_FORBIDDEN_STYLE style
					<style>.a{fill:red}@import url(//e);</style>                             | SVG_FORBIDDEN_STYLE style
					<style>@imp<!-- -->ort 'x';</style>                                      | SVG_FORBIDDEN_STYLE style
					<style><![CDATA[@font-face{src:url(//e)}]]></style>                      | SVG_FORBIDDEN_STYLE style
					<style>.a{fill:url(//e)}</style>                                         | SVG_EXTERNAL_REFERENCE style
					<style>.a{fill:u\\rl(//e)}</style>                                       | SVG_FORBIDDEN_STYLE style
					<style>&lt;/style>&lt;script></style>                                    | SVG_FORBIDDEN_STYLE style
					<style>a[href^=x]{fill:red}</style>                                      | SVG_FORBIDDEN_STYLE style
					<style>.a{fill:red</style>                                               | SVG_FORBIDDEN_STYLE style
					<style>/* .a{fill:red}</style>                                           | SVG_FORBIDDEN_STYLE style
					<style media='(prefers-color-scheme: dark)'>.a{fill:red}</style>         | SVG_FORBIDDEN_STYLE media
					<?xml-stylesheet href='//e'?>                                            | SVG_PROCESSING_INSTRUCTION xml-stylesheet""")
	void refusesWhatRunsOrFetches(String content, String refusal) {
		assertThat(refusalWithin(content)).isEqualTo(refusal);
	}

	@Test
	void saysWhereItIsWrong() {
		assertThat(refusal(BEGIN + "\n<g>\n<rect onload='x'/></g></svg>").line()).isEqualTo(3);
		ImageRefused malformed = refusal(BEGIN + "\n<g></svg>");
		assertThat(malformed.reason()).isEqualTo(Reason.SVG_MALFORMED);
		assertThat(malformed.line()).isEqualTo(2);
		assertThat(refusalWithin("<" + "x".repeat(200) + "/>")).endsWith(" " + "x".repeat(64));
	}

	@Test
	void turnsMarkupInCharacterDataIntoCharacters() {
		assertThat(within("<text><![CDATA[<script>alert(1)</script>]]></text><desc>&#60;script></desc>"))
			.isEqualTo("<text>&lt;script&gt;alert(1)&lt;/script&gt;</text><desc>&lt;script&gt;</desc>");
		assertThat(within("<g><![CDATA[<script>]]></g>")).isEqualTo("<g></g>");
		assertThat(within("<rect aria-label='&quot;&gt;&lt;script>'/>"))
			.isEqualTo("<rect aria-label=\"&quot;&gt;&lt;script&gt;\"></rect>");
	}

	@Test
	void refusesDocumentTypesBeforeAnythingIsFetchedOrExpanded(@TempDir Path folder) throws IOException {
		Path secret = Files.writeString(folder.resolve("secret"), "secret");
		String bomb = IntStream.range(1, 12)
			.mapToObj((i) -> "<!ENTITY e" + i + " \"" + ("&e" + (i - 1) + ";").repeat(10) + "\">")
			.collect(Collectors.joining("", "<!DOCTYPE svg [<!ENTITY e0 'x'>", "]>"));
		for (String type : new String[] { "<!DOCTYPE svg>",
				"<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'svg11.dtd'>",
				"<!DOCTYPE svg SYSTEM '" + secret.toUri() + "'>",
				"<!DOCTYPE svg [<!ENTITY e SYSTEM '" + secret.toUri() + "'>]>",
				"<!DOCTYPE svg [<!ENTITY % p SYSTEM '" + secret.toUri() + "'>%p;]>", bomb }) {
			ImageRefused refused = refusal(type + BEGIN + "<text>&e;&e11;</text></svg>");
			assertThat(refused.reason()).as(type).isEqualTo(Reason.SVG_DOCTYPE);
			assertThat(refused.line()).isEqualTo(1);
		}
		assertThat(refusal(BEGIN + "<text>&e;</text></svg>").reason()).isIn(Reason.SVG_MALFORMED, Reason.SVG_DOCTYPE);
		assertThat(refusal(BEGIN + "<text x='&e;'/></svg>").reason()).isIn(Reason.SVG_MALFORMED, Reason.SVG_DOCTYPE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "GB18030", "ISO-8859-1" })
	void refusesOtherEncodings(String encoding) {
		String svg = BEGIN + "<title>é 医</title></svg>";
		assertThat(refusal(svg.getBytes(Charset.forName(encoding))).reason()).isIn(Reason.SVG_NOT_UTF8,
				Reason.SVG_MALFORMED);
	}

	@ParameterizedTest
	@ValueSource(strings = { "UTF-7", "UTF-16", "GBK", "ISO-8859-1", "US-ASCII" })
	void refusesToBeToldOfOtherEncodings(String encoding) {
		assertThat(refusal("<?xml version='1.0' encoding='" + encoding + "'?>" + BEGIN + "+ADw-script+AD4-</svg>")
			.reason()).isEqualTo(Reason.SVG_NOT_UTF8);
	}

	@Test
	void takesAByteOrderMark() {
		assertThat(clean("\ufeff" + BEGIN + "</svg>")).startsWith("<svg ");
	}

	@ParameterizedTest
	@ValueSource(strings = { "<!DOCTYPE html><html><svg/></html>", "<svg", "<", "", "\ufeff", "plain",
			"<?xml version='1.1'?><svg xmlns='http://www.w3.org/2000/svg'/>",
			"<svg xmlns='http://www.w3.org/2000/svg'/>x",
			"<svg xmlns='http://www.w3.org/2000/svg'/><svg xmlns='http://www.w3.org/2000/svg'/>",
			"<svg xmlns='http://www.w3.org/2000/svg' x='1' x='2'/>",
			"<svg xmlns='http://www.w3.org/2000/svg'>&#0;</svg>",
			"<svg xmlns='http://www.w3.org/2000/svg'><p:g/></svg>",
			"<svg xmlns='http://www.w3.org/2000/svg'>\u0000</svg>" })
	void refusesWhatIsNoWellFormedDocument(String text) {
		assertThat(refusal(text).reason()).isIn(Reason.SVG_MALFORMED, Reason.SVG_DOCTYPE);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "<html xmlns='http://www.w3.org/1999/xhtml'><svg xmlns='http://www.w3.org/2000/svg'/></html>",
					"<svg/>", "<svg>", "<svg xmlns='http://www.w3.org/1999/xhtml'/>",
					"<g xmlns='http://www.w3.org/2000/svg'/>", "<html/>" })
	void refusesWhatIsNoDrawing(String text) {
		assertThat(refusal(text).reason()).isEqualTo(Reason.UNSUPPORTED_IMAGE);
	}

	@Test
	void boundsItsParts() {
		assertThat(within("<g>".repeat(63) + "</g>".repeat(63))).hasSizeGreaterThan(400);
		assertThat(refusalWithin("<g>".repeat(64) + "</g>".repeat(64))).isEqualTo("SVG_TOO_COMPLEX depth");
		assertThat(refusalWithin("<g>".repeat(20_000) + "</g>".repeat(20_000))).isEqualTo("SVG_TOO_COMPLEX depth");
		assertThat(within("<g/>".repeat(4_999))).isNotEmpty();
		assertThat(refusalWithin("<g/>".repeat(5_000))).isEqualTo("SVG_TOO_COMPLEX elements");
		assertThat(within("<path d='" + "M0 0 ".repeat(13_000) + "'/>")).hasSizeGreaterThan(64_000);
		assertThat(refusalWithin("<path d='" + "M".repeat(65_537) + "'/>")).isEqualTo("SVG_TOO_COMPLEX d");
		String many = IntStream.range(0, 65).mapToObj((i) -> " a" + i + "='x'").collect(Collectors.joining());
		assertThat(refusalWithin("<g" + many + "/>")).isEqualTo("SVG_TOO_COMPLEX attributes");
		assertThat(refusal(BEGIN + ("<text x='" + "\"".repeat(60_000) + "'/>").repeat(4) + "</svg>").reason())
			.isEqualTo(Reason.IMAGE_TOO_INTRICATE);
	}

	@Test
	void refusesWhatIsDrawnTooOften() {
		String tenfold = IntStream.range(1, 12)
			.mapToObj((i) -> "<g id='g" + i + "'>" + ("<use href='#g" + (i - 1) + "'/>").repeat(10) + "</g>")
			.collect(Collectors.joining("", "<g id='g0'/>", ""));
		assertThat(refusalWithin(tenfold)).isEqualTo("SVG_TOO_COMPLEX references");
		assertThat(refusalWithin(tenfold.replace("use href='#", "rect style='fill:url(#")
			.replace("'/>", ")'/>")
			.replace("<g id='g0)'/>", "<g id='g0'/>"))).isEqualTo("SVG_TOO_COMPLEX references");
		assertThat(refusalWithin("<g id='a'><use href='#a'/></g>")).isEqualTo("SVG_TOO_COMPLEX references");
		assertThat(refusalWithin("<g id='a'><use href='#b'/></g><g id='b'><g><use href='#a'/></g></g>"))
			.isEqualTo("SVG_TOO_COMPLEX references");
		assertThat(refusalWithin("<style>.a{fill:url(#p)}</style><pattern id='p'><g class='a'/></pattern>"))
			.isEqualTo("SVG_TOO_COMPLEX references");
		assertThat(refusalWithin("<style>.a{fill:url(#p)}</style><pattern id='p'/><linearGradient id='p'/>"))
			.isEqualTo("SVG_TOO_COMPLEX references");
		assertThat(within("<g id='a'/>" + "<use href='#a'/>".repeat(1_000))).isNotEmpty();
		assertThat(
				within("<g id='layer' clip-path='url(#c)'><clipPath id='c'><use href='#s'/></clipPath><g id='s'/></g>"))
			.isNotEmpty();
	}

}
