package cn.yigongti.platform.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;

/**
 * Knows which addresses may be called. What somebody types in is checked with
 * {@link #flawIn}; calls go through a client of
 * {@link cn.yigongti.platform.outbound.call.OutboundClients}, which asks here again.
 */
public class OutboundGuard {

	private final AllowedHosts hosts;

	private final PermittedNetworks networks;

	private final HostNames names;

	/**
	 * Reads the operator's lists.
	 * @throws IllegalArgumentException when an entry makes no sense
	 */
	public OutboundGuard(OutboundProperties properties, HostNames names) {
		this.hosts = AllowedHosts.of(properties.allowedHosts());
		this.networks = PermittedNetworks.and(properties.allowedNetworks());
		this.names = names;
	}

	/** The first thing wrong with an address that somebody typed in, if anything is. */
	public Optional<AddressFlaw> flawIn(String address) {
		try {
			read(address);
			return Optional.empty();
		}
		catch (AddressRefused ex) {
			return Optional.of(ex.flaw());
		}
	}

	/**
	 * An address that somebody typed in, in the spelling we keep.
	 * @throws AddressRefused with the first thing wrong
	 */
	public OutboundAddress read(String address) {
		OutboundAddress typed = OutboundAddress.typed(address);
		checkHost(typed.host(), typed.port());
		return typed;
	}

	/**
	 * Makes sure that a request may be sent.
	 * @throws AddressRefused when it may not
	 */
	public void checkRequest(String url) {
		OutboundAddress target = OutboundAddress.ofRequest(url);
		checkHost(target.host(), target.port());
	}

	/**
	 * The IP addresses to connect to, and no other: asked once, and all of them checked.
	 * @throws AddressRefused when the host may not be called, or one of its addresses
	 * @throws UnknownHostException when it has none
	 */
	public List<InetAddress> resolve(String host, int port) throws UnknownHostException {
		Authority authority = Authority.parse((host.contains(":") && !host.startsWith("[")) ? "[" + host + "]" : host);
		checkHost(authority.host(), port);
		List<InetAddress> addresses = this.names.addressesOf(authority.host());
		if (addresses.isEmpty()) {
			throw new UnknownHostException(host);
		}
		if (!addresses.stream().allMatch(this.networks::permit)) {
			throw new AddressRefused(AddressFlaw.NETWORK);
		}
		return List.copyOf(addresses);
	}

	private void checkHost(String host, int port) {
		if (this.hosts.allow(host, port)) {
			return;
		}
		if (this.hosts.name(host)) {
			throw new AddressRefused(AddressFlaw.PORT);
		}
		throw new AddressRefused(new Authority(host, port).isLiteral() ? AddressFlaw.LITERAL : AddressFlaw.NOT_ALLOWED);
	}

}
