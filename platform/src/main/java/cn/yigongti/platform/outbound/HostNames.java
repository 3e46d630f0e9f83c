package cn.yigongti.platform.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** The name service, which anybody may run and which may answer differently each time. */
@FunctionalInterface
public interface HostNames {

	/**
	 * All addresses of a host.
	 * @throws UnknownHostException when there are none
	 */
	List<InetAddress> addressesOf(String host) throws UnknownHostException;

	/** The one of the system. */
	static HostNames ofSystem() {
		return (host) -> List.of(InetAddress.getAllByName(host));
	}

}
