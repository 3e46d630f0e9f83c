package cn.yigongti.platform.outbound;

import java.net.InetAddress;

/** A range of IP addresses, written {@code 10.20.0.0/16} or {@code fd00::/8}. */
public record Network(InetAddress base, int prefix) {

	/**
	 * Reads a range.
	 * @throws IllegalArgumentException when it is none
	 */
	public static Network parse(String text) {
		int slash = text.indexOf('/');
		if (slash < 0 || !text.matches("[0-9A-Fa-f.:]+/[0-9]{1,3}")) {
			throw new IllegalArgumentException("\"" + text + "\" is no network such as 10.20.0.0/16");
		}
		InetAddress base = InetAddress.ofLiteral(text.substring(0, slash));
		int prefix = Integer.parseInt(text.substring(slash + 1));
		if (prefix > base.getAddress().length * Byte.SIZE) {
			throw new IllegalArgumentException("\"" + text + "\" has a prefix that is too long");
		}
		return new Network(base, prefix);
	}

	public boolean contains(InetAddress address) {
		byte[] ours = this.base.getAddress();
		byte[] theirs = address.getAddress();
		if (ours.length != theirs.length) {
			return false;
		}
		for (int bit = 0; bit < this.prefix; bit += Byte.SIZE) {
			int mask = (0xff00 >> Math.min(Byte.SIZE, this.prefix - bit)) & 0xff;
			if (((ours[bit / Byte.SIZE] ^ theirs[bit / Byte.SIZE]) & mask) != 0) {
				return false;
			}
		}
		return true;
	}

}
