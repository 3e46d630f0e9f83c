package cn.yigongti.platform.outbound;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which IP addresses may be called: public ones, after the registries of special-purpose
 * addresses (IANA, RFC 6890), and those in the private networks the operator lists.
 */
record PermittedNetworks(List<Network> listed) {

	private static final List<Network> SPECIAL = networks("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8",
			"169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16",
			"198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4", "2001::/23",
			"2001:db8::/32", "3fff::/20");

	/**
	 * Global unicast, and NAT64 on the way to version 4; what else there is of version 6
	 * is special.
	 */
	private static final List<Network> GLOBAL = networks("2000::/3", "64:ff9b::/96");

	/**
	 * Not to be called whatever is listed: nobody's address, everybody's, the link's, and
	 * where clouds tell a machine its secrets (AWS, Google, Azure, Alibaba, Oracle).
	 */
	private static final List<Network> NEVER = networks("0.0.0.0/8", "169.254.0.0/16", "100.100.100.200/32",
			"168.63.129.16/32", "192.0.0.192/32", "224.0.0.0/4", "255.255.255.255/32", "::/128", "fe80::/10",
			"ff00::/8", "fd00:ec2::/32", "fd20:ce::254/128");

	static PermittedNetworks and(List<String> listed) {
		return new PermittedNetworks(listed.stream().map(String::strip).map(Network::parse).toList());
	}

	private static List<Network> networks(String... texts) {
		return Arrays.stream(texts).map(Network::parse).toList();
	}

	boolean permit(InetAddress address) {
		InetAddress target = Embedded.in(address).orElse(address);
		return Stream.of(address, target).noneMatch((each) -> isIn(NEVER, each))
				&& (isIn(this.listed, target) || (isPublic(address) && isPublic(target)));
	}

	private static boolean isPublic(InetAddress address) {
		return !isIn(SPECIAL, address) && (!(address instanceof Inet6Address) || isIn(GLOBAL, address));
	}

	private static boolean isIn(List<Network> networks, InetAddress address) {
		return networks.stream().anyMatch((network) -> network.contains(address));
	}

}
