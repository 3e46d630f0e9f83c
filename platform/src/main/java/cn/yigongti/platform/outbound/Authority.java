package cn.yigongti.platform.outbound;

import java.net.IDN;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Host and port of an address. Taken apart by hand, because whatever two parsers read
 * differently is a way around the list.
 *
 * @param host in one spelling: a name in ASCII and lower case, or an IP address as Java
 * writes it
 * @param port -1 when none was given
 */
record Authority(String host, int port) {

	private static final Pattern PARTS = Pattern.compile("(?<host>\\[[^\\[\\]]*]|[^:\\[\\]]*)(:(?<port>[0-9]{1,5}))?");

	private static final Pattern NAME = Pattern
		.compile("(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");

	/** What makes a system take the whole host for a number (WHATWG URL, 3.5). */
	private static final Pattern NUMBER = Pattern.compile("(.*\\.)?([0-9]+|0x[0-9a-f]*)");

	private static final Pattern DOTTED = Pattern
		.compile("(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(\\.(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])){3}");

	private static final Pattern COLONS = Pattern.compile("[0-9A-Fa-f:.]{2,45}");

	/**
	 * Reads an authority.
	 * @throws AddressRefused with the first flaw
	 */
	static Authority parse(String raw) {
		if (raw.contains("@")) {
			throw new AddressRefused(AddressFlaw.USER_INFO);
		}
		Matcher parts = PARTS.matcher(raw);
		if (!parts.matches()) {
			throw new AddressRefused(AddressFlaw.HOST);
		}
		String host = parts.group("host");
		String canonical = host.startsWith("[") ? sixthVersion(host.substring(1, host.length() - 1)) : name(host);
		return new Authority(canonical, port(parts.group("port")));
	}

	private static int port(@Nullable String digits) {
		if (digits == null) {
			return -1;
		}
		int port = Integer.parseInt(digits);
		if (port == 0 || port > 65_535) {
			throw new AddressRefused(AddressFlaw.PORT);
		}
		return port;
	}

	private static String name(String typed) {
		String name = ascii(typed);
		name = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
		if (!NAME.matcher(name).matches()) {
			throw new AddressRefused(AddressFlaw.HOST);
		}
		if (NUMBER.matcher(name).matches() && !DOTTED.matcher(typed).matches()) {
			throw new AddressRefused(AddressFlaw.LITERAL);
		}
		return name;
	}

	private static String ascii(String typed) {
		try {
			return IDN.toASCII(typed, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
		}
		catch (IllegalArgumentException ex) {
			throw new AddressRefused(AddressFlaw.HOST);
		}
	}

	/** One that carries an address of version 4 in it is in disguise. */
	private static String sixthVersion(String typed) {
		try {
			if (COLONS.matcher(typed).matches() && InetAddress.ofLiteral(typed) instanceof Inet6Address address
					&& Embedded.in(address).isEmpty()) {
				return address.getHostAddress();
			}
		}
		catch (IllegalArgumentException ex) {
			// answered like a disguise
		}
		throw new AddressRefused(AddressFlaw.LITERAL);
	}

	boolean isLiteral() {
		return this.host.contains(":") || NUMBER.matcher(this.host).matches();
	}

	int portOr(int usual) {
		return (this.port >= 0) ? this.port : usual;
	}

}
