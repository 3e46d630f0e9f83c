package cn.yigongti.org.systemconfig.icon.image.svg;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * How much there is to draw when everything is drawn as often as it is referred to. A few
 * elements that each show others ten times over keep a browser busy for ever.
 */
final class Reuse {

	private static final int MAX_DRAWN = 100_000;

	private static final String ROOT = "";

	/** A named element with what has no name of its own within it. */
	private static final class Part {

		private int elements;

		/** With how often each is drawn for this one. */
		private final Map<String, Integer> draws = new HashMap<>();

		private void draw(String name) {
			this.draws.merge(name, 1, Integer::sum);
		}

	}

	private final Map<String, Part> parts = new HashMap<>();

	private final Deque<String> open = new ArrayDeque<>(Set.of(ROOT));

	private final Set<String> gradients = new HashSet<>();

	private final Set<String> fromStyleSheets = new HashSet<>();

	private Part part(String name) {
		return this.parts.computeIfAbsent(name, (_) -> new Part());
	}

	/** An element begins, with its id or none. */
	void open(String element, String id) {
		String within = this.open.element();
		if (!id.isEmpty()) {
			part(within).draw(id);
			if (Words.GRADIENTS.contains(element) && !this.parts.containsKey(id)) {
				this.gradients.add(id);
			}
			else {
				this.gradients.remove(id);
			}
		}
		String name = id.isEmpty() ? within : id;
		part(name).elements++;
		this.open.push(name);
	}

	void close() {
		this.open.pop();
	}

	/** The element that began last shows another. */
	void refer(String id) {
		part(this.open.element()).draw(id);
	}

	/** A style sheet does so, for whichever elements. */
	void referFromStyleSheet(String id) {
		this.fromStyleSheets.add(id);
	}

	/**
	 * Whether it comes to an end soon. Of what a style sheet shows, only gradients can't
	 * be piled up.
	 */
	boolean isBounded() {
		return this.gradients.containsAll(this.fromStyleSheets)
				&& drawn(ROOT, new HashMap<>(), new HashSet<>()) <= MAX_DRAWN;
	}

	/** Endless, or close to it, for one that shows itself. */
	private long drawn(String name, Map<String, Long> known, Set<String> within) {
		Part part = this.parts.get(name);
		Long before = known.get(name);
		if (part == null || before != null) {
			return (before != null) ? before : 0;
		}
		if (!within.add(name)) {
			return Integer.MAX_VALUE;
		}
		long sum = part.elements;
		for (Map.Entry<String, Integer> shown : part.draws.entrySet()) {
			sum = Math.min(Integer.MAX_VALUE, sum + shown.getValue() * drawn(shown.getKey(), known, within));
		}
		within.remove(name);
		known.put(name, sum);
		return sum;
	}

}
