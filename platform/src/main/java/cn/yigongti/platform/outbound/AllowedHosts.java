package cn.yigongti.platform.outbound;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** The operator's list of hosts. */
record AllowedHosts(List<Entry> entries) {

	private static final List<Integer> USUAL_PORTS = List.of(80, 443);

	/**
	 * One of them.
	 *
	 * @param below whether it stands for the names below and not for the name itself
	 * @param ports {@code null} for any
	 */
	private record Entry(String host, boolean below, @Nullable List<Integer> ports) {

		static Entry parse(String text) {
			String rest = text.strip();
			boolean below = rest.startsWith("*.");
			boolean anyPort = rest.endsWith(":*");
			rest = rest.substring(below ? 2 : 0, rest.length() - (anyPort ? 2 : 0));
			try {
				Authority authority = Authority.parse(rest);
				if (!below || !authority.isLiteral()) {
					return new Entry(authority.host(), below, anyPort ? null : ports(authority));
				}
			}
			catch (AddressRefused ex) {
				// told like the other mistake
			}
			throw new IllegalArgumentException(
					"\"" + text + "\" is no host such as his.example.cn, *.example.cn or 10.20.0.5:8080");
		}

		private static List<Integer> ports(Authority authority) {
			return (authority.port() >= 0) ? List.of(authority.port()) : USUAL_PORTS;
		}

		boolean names(String other) {
			return this.below ? other.endsWith("." + this.host) : other.equals(this.host);
		}

		boolean allows(int port) {
			return this.ports == null || this.ports.contains(port);
		}

	}

	/**
	 * Reads the list.
	 * @throws IllegalArgumentException when an entry makes no sense
	 */
	static AllowedHosts of(List<String> texts) {
		return new AllowedHosts(texts.stream().map(Entry::parse).toList());
	}

	boolean name(String host) {
		return this.entries.stream().anyMatch((entry) -> entry.names(host));
	}

	boolean allow(String host, int port) {
		return this.entries.stream().anyMatch((entry) -> entry.names(host) && entry.allows(port));
	}

}
