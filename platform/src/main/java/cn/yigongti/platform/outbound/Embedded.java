package cn.yigongti.platform.outbound;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Ways in which an address of version 6 carries one of version 4, to which a packet then
 * goes in the end.
 *
 * @param offset of the byte at which the address of version 4 begins
 */
record Embedded(Network within, int offset) {

	private static final List<Embedded> WAYS = List.of(
			// compatible, RFC 4291; what is mapped there, Java takes for version 4 by
			// itself
			new Embedded(Network.parse("::/96"), 12),
			// translated, RFC 2765
			new Embedded(Network.parse("::ffff:0:0:0/96"), 12),
			// NAT64, RFC 6052
			new Embedded(Network.parse("64:ff9b::/96"), 12),
			// 6to4, RFC 3056
			new Embedded(Network.parse("2002::/16"), 2));

	private static final byte[] ISATAP = { 0, 0, 0x5e, (byte) 0xfe };

	/** The address of version 4 in this one, if there is any. */
	static Optional<InetAddress> in(InetAddress address) {
		byte[] bytes = address.getAddress();
		if (address instanceof Inet4Address) {
			return Optional.empty();
		}
		if (isIsatap(bytes)) {
			return Optional.of(address(bytes, 12));
		}
		return WAYS.stream()
			.filter((way) -> way.within.contains(address) && !isUnspecifiedOrLoopback(address))
			.findFirst()
			.map((way) -> address(bytes, way.offset));
	}

	/** RFC 5214: {@code 00-00-5e-fe} before it, the first byte with a bit for global. */
	private static boolean isIsatap(byte[] bytes) {
		byte[] marker = Arrays.copyOfRange(bytes, 8, 12);
		marker[0] &= ~0x02;
		return Arrays.equals(marker, ISATAP);
	}

	private static boolean isUnspecifiedOrLoopback(InetAddress address) {
		return address.isAnyLocalAddress() || address.isLoopbackAddress();
	}

	private static InetAddress address(byte[] bytes, int offset) {
		try {
			return InetAddress.getByAddress(Arrays.copyOfRange(bytes, offset, offset + 4));
		}
		catch (UnknownHostException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
