package cn.yigongti.gateway.client;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Who is at the other end.
 *
 * @param address of the client, not of a proxy in between
 * @param direct whether it says nothing of having come through a proxy
 * @param secure whether it came by https, as far as we know
 */
public record Client(InetAddress address, boolean direct, boolean secure) {

	/**
	 * Under which name this client's anonymous requests are counted. Somebody with an
	 * IPv6 connection has a whole /64 to choose addresses from.
	 */
	public String network() {
		if (this.address instanceof Inet6Address six) {
			return HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), 8));
		}
		return this.address.getHostAddress();
	}

}
