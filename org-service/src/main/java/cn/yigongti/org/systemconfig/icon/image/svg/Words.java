package cn.yigongti.org.systemconfig.icon.image.svg;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The words of SVG 1.1 and 2 that draw something still. */
final class Words {

	/** Elements whose characters are shown. */
	static final Set<String> OF_TEXT = words("title desc text tspan textPath");

	static final Set<String> ELEMENTS = words("""
			svg g defs symbol use path rect circle ellipse line polyline polygon text tspan textPath title desc style
			linearGradient radialGradient stop clipPath mask pattern marker filter feBlend feColorMatrix
			feComponentTransfer feFuncR feFuncG feFuncB feFuncA feComposite feDropShadow feFlood feGaussianBlur feMerge
			feMergeNode feMorphology feOffset""");

	/** Without them nothing looks different. */
	static final Set<String> IDLE_ELEMENTS = words("metadata");

	/** Of CSS, each of which is an attribute as well. */
	static final Set<String> PROPERTIES = words("""
			alignment-baseline baseline-shift clip-path clip-rule color color-interpolation
			color-interpolation-filters color-rendering cx cy d direction display dominant-baseline fill fill-opacity
			fill-rule filter flood-color flood-opacity font font-family font-size font-size-adjust font-stretch
			font-style font-variant font-weight height image-rendering isolation letter-spacing line-height marker
			marker-end marker-mid marker-start mask mask-type mix-blend-mode opacity overflow paint-order r rx ry
			shape-rendering stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap
			stroke-linejoin stroke-miterlimit stroke-opacity stroke-width text-anchor text-decoration text-rendering
			transform transform-box transform-origin unicode-bidi vector-effect visibility white-space width
			word-spacing writing-mode x y""");

	static final Set<String> ATTRIBUTES = words(PROPERTIES, """
			class x1 y1 x2 y2 fx fy fr points viewBox preserveAspectRatio version gradientUnits gradientTransform
			spreadMethod offset clipPathUnits maskUnits maskContentUnits patternUnits patternContentUnits
			patternTransform markerUnits markerWidth markerHeight refX refY orient pathLength dx dy rotate textLength
			lengthAdjust startOffset method spacing side systemLanguage media lang role filterUnits primitiveUnits in
			in2 result stdDeviation values type operator k1 k2 k3 k4 mode radius tableValues slope intercept amplitude
			exponent edgeMode""");

	/** Attributes that hold words for people and no language of machines. */
	static final Set<String> SPOKEN_ATTRIBUTES = words("aria-label aria-hidden");

	/** All but {@code url}, of which is looked at what it leads to. */
	static final Set<String> FUNCTIONS = words("""
			rgb rgba hsl hsla matrix translate translatex translatey scale scalex scaley rotate skewx skewy""");

	/** That draw nothing themselves and so can't be piled up. */
	static final Set<String> GRADIENTS = words("linearGradient radialGradient");

	private Words() {
	}

	private static Set<String> words(String text) {
		return Set.copyOf(List.of(text.strip().split("\\s+")));
	}

	private static Set<String> words(Set<String> known, String more) {
		Set<String> all = new HashSet<>(known);
		all.addAll(words(more));
		return Set.copyOf(all);
	}

}
