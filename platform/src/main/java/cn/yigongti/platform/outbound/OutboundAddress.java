package cn.yigongti.platform.outbound;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * An address in the one spelling we keep and compare, however it was typed: ASCII, lower
 * case, without a trailing dot, slash or usual port.
 *
 * @param host a name, or an IP address as Java writes it
 * @param port never absent
 */
public record OutboundAddress(String scheme, String host, int port, String path) {

	static final int MAX_LENGTH = 500;

	/**
	 * Reads what somebody typed in.
	 * @throws AddressRefused with the first flaw
	 */
	static OutboundAddress typed(String text) {
		String address = text.strip();
		if (address.length() > MAX_LENGTH) {
			throw new AddressRefused(AddressFlaw.LENGTH);
		}
		URI uri = parse(address);
		OutboundAddress read = of(uri);
		if (uri.getRawQuery() != null) {
			throw new AddressRefused(AddressFlaw.QUERY);
		}
		if (uri.getRawFragment() != null) {
			throw new AddressRefused(AddressFlaw.FRAGMENT);
		}
		return read;
	}

	/**
	 * Where a request goes.
	 * @throws AddressRefused with the first flaw
	 */
	static OutboundAddress ofRequest(String url) {
		return of(parse(url));
	}

	private static URI parse(String text) {
		try {
			return new URI(text);
		}
		catch (URISyntaxException ex) {
			throw new AddressRefused(AddressFlaw.MALFORMED);
		}
	}

	private static OutboundAddress of(URI uri) {
		String scheme = (uri.getScheme() != null) ? uri.getScheme().toLowerCase(Locale.ROOT) : "";
		int usualPort = switch (scheme) {
			case "http" -> 80;
			case "https" -> 443;
			default -> throw new AddressRefused(AddressFlaw.SCHEME);
		};
		if (uri.getRawAuthority() == null) {
			throw new AddressRefused(AddressFlaw.HOST);
		}
		Authority authority = Authority.parse(uri.getRawAuthority());
		return new OutboundAddress(scheme, authority.host(), authority.portOr(usualPort), path(uri));
	}

	private static String path(URI uri) {
		String anywhere = "http://h";
		String ascii = URI.create(anywhere + uri.getRawPath()).toASCIIString();
		return ascii.substring(anywhere.length()).replaceFirst("/+$", "");
	}

	public URI uri() {
		boolean usual = this.port == (this.scheme.equals("http") ? 80 : 443);
		String authority = this.host.contains(":") ? "[" + this.host + "]" : this.host;
		return URI.create(this.scheme + "://" + authority + (usual ? "" : ":" + this.port) + this.path);
	}

	@Override
	public String toString() {
		return uri().toString();
	}

}
