package cn.yigongti.org.systemconfig.icon.image.svg;

import java.nio.charset.StandardCharsets;

import cn.yigongti.org.systemconfig.icon.image.Image;
import cn.yigongti.org.systemconfig.icon.image.ImageRefused;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;

class SvgProperties {

	/**
	 * Drawings in pieces that fit together well enough to get past the parser at times.
	 */
	@Provide
	Arbitrary<String> drawings() {
		return Arbitraries
			.of("<g>", "</g>", "<g id='a' onload='x'>", "<use href='#a'/>", "<use xlink:href='http://e/'/>", "<style>",
					"</style>", ".a{fill:url(#a)}", "@import 'x';", "<script>", "</script>", "<![CDATA[", "]]>", "<!--",
					"-->", "&lt;", "&#60;script&#62;", "&x;", "<text x='&#x22;'>", "</text>", "<!DOCTYPE svg>",
					"<?p q?>", "<rect style='fill:red;b:c(d)'/>", "<rect fill='url(#b'/>", "医", "\ud842", "\u0000", "'",
					"\"", ">", "<metadata>", "</metadata>", "<e:x xmlns:e='urn:e' e:y=''/>", "xmlns='urn:z'", "</svg>",
					"<image/>")
			.list()
			.ofMaxSize(12)
			.map((pieces) -> "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'>"
					+ String.join("", pieces) + "</svg>");
	}

	@Property
	void isEitherRefusedOrComesOutTheSameFromThenOn(@ForAll("drawings") String drawing) {
		try {
			Image image = Svg.read(drawing.getBytes(StandardCharsets.UTF_8));
			String written = new String(image.content(), StandardCharsets.UTF_8);
			assertThat(Svg.read(image.content()).content()).isEqualTo(image.content());
			assertThat(written).doesNotContain("<script", "onload", "http://e/", "@import", "<!", "<?", "urn:");
		}
		catch (ImageRefused ex) {
			assertThat(ex.reason()).isNotNull();
		}
	}

	@Property
	void isEitherRefusedOrTakenWhateverItsBytes(@ForAll byte[] content) {
		try {
			assertThat(Svg.read(content).bytes()).isPositive();
		}
		catch (ImageRefused ex) {
			assertThat(ex.reason()).isNotNull();
		}
	}

}
