package cn.yigongti.org.systemconfig;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import cn.yigongti.platform.outbound.HostNames;

/** Says that every host is this one, unless told otherwise. */
public class NameService implements HostNames {

	private static final HostNames HERE = (_) -> List.of(InetAddress.ofLiteral("127.0.0.1"));

	private final AtomicInteger asked = new AtomicInteger();

	private volatile HostNames answers = HERE;

	public void say(HostNames names) {
		this.answers = names;
		this.asked.set(0);
	}

	public void sayAlways(String address) {
		say((_) -> List.of(InetAddress.ofLiteral(address)));
	}

	public void reset() {
		say(HERE);
	}

	/** How often it was asked since it was told what to say. */
	public int asked() {
		return this.asked.get();
	}

	@Override
	public List<InetAddress> addressesOf(String host) throws UnknownHostException {
		this.asked.incrementAndGet();
		return this.answers.addressesOf(host);
	}

}
