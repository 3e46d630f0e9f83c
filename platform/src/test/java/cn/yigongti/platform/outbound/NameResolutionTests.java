package cn.yigongti.platform.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class NameResolutionTests {

	@ParameterizedTest
	@ValueSource(strings = { "8.8.8.8", "100.63.255.255", "100.128.0.1", "172.15.0.1", "172.32.0.1", "223.5.5.5",
			"2400:3200::1", "2606:4700::1111", "64:ff9b::808:808", "2002:808:808::1" })
	void takesPublicAddresses(String address) throws UnknownHostException {
		assertThat(resolve(List.of(), address)).containsExactly(InetAddress.ofLiteral(address));
	}

	@ParameterizedTest
	@ValueSource(strings = { "127.0.0.1", "127.255.255.254", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1",
			"169.254.169.254", "100.64.0.1", "100.127.255.255", "0.0.0.0", "0.1.2.3", "192.0.0.8", "192.0.2.1",
			"198.18.0.1", "198.19.255.255", "198.51.100.7", "203.0.113.7", "192.88.99.1", "224.0.0.1",
			"239.255.255.255", "240.0.0.1", "255.255.255.255", "100.100.100.200", "168.63.129.16", "::", "::1",
			"fe80::1", "fec0::1", "fc00::1", "fd12:3456::1", "fd00:ec2::254", "ff02::1", "::ffff:10.0.0.1",
			"::10.0.0.1", "::8.8.8.8", "::ffff:0:10.0.0.1", "64:ff9b::a00:1", "64:ff9b::7f00:1", "64:ff9b:1::1",
			"2002:a00:1::1", "2002:7f00:1::", "2001::1", "2001:2::1", "2001:db8::1", "3fff::1", "100::1", "5f00::1",
			"2400:3200::5efe:a00:1", "2400:3200::200:5efe:7f00:1" })
	void takesNoOthers(String address) {
		assertRefused(List.of(), address);
	}

	@Test
	void takesPrivateAddressesInNetworksThatAreListed() throws UnknownHostException {
		List<String> listed = List.of("10.20.0.0/16", "fd00:20::/32");
		assertThat(resolve(listed, "10.20.3.4", "fd00:20::1", "64:ff9b::a14:304", "8.8.8.8")).hasSize(4);
		assertRefused(listed, "10.21.0.1");
		assertRefused(listed, "fd00:21::1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "169.254.169.254", "100.100.100.200", "168.63.129.16", "0.0.0.0", "224.0.0.1",
			"255.255.255.255", "fe80::1", "::", "fd00:ec2::254", "ff02::1", "64:ff9b::a9fe:a9fe", "2002:a9fe:a9fe::1" })
	void takesSomeNotEvenWhenTheyAreListed(String address) {
		assertRefused(List.of("0.0.0.0/0", "::/0"), address);
	}

	@Test
	void takesNoHostThatHasOneAddressTooMany() {
		assertRefused(List.of(), "8.8.8.8", "10.0.0.1");
		assertRefused(List.of(), "8.8.8.8", "2400:3200::1", "::1");
	}

	@Test
	void tellsAHostWithoutAddresses() {
		assertThatExceptionOfType(UnknownHostException.class).isThrownBy(() -> resolve(List.of()));
	}

	@Test
	void asksTheNameServiceForListedHostsOnly() {
		OutboundGuard guard = new OutboundGuard(
				new OutboundProperties(List.of("his.example.cn", "[fd00::5]"), List.of("fd00::/8"), null),
				(host) -> List.of(InetAddress.getByName(host)));
		assertThatExceptionOfType(AddressRefused.class).isThrownBy(() -> guard.resolve("evil.cn", 80))
			.satisfies((refused) -> assertThat(refused.flaw()).isEqualTo(AddressFlaw.NOT_ALLOWED));
		assertThatExceptionOfType(AddressRefused.class).isThrownBy(() -> guard.resolve("his.example.cn", 25))
			.satisfies((refused) -> assertThat(refused.flaw()).isEqualTo(AddressFlaw.PORT));
	}

	@ParameterizedTest
	@ValueSource(strings = { "[fd00::5]", "fd00::5", "fd00:0:0:0:0:0:0:5" })
	void takesListedNumbersHoweverTheyAreBracketed(String host) throws UnknownHostException {
		OutboundGuard guard = new OutboundGuard(new OutboundProperties(List.of("[fd00::5]"), List.of("fd00::/8"), null),
				HostNames.ofSystem());
		assertThat(guard.resolve(host, 80)).containsExactly(InetAddress.ofLiteral("fd00::5"));
	}

	private static void assertRefused(List<String> networks, String... addresses) {
		assertThatExceptionOfType(AddressRefused.class).isThrownBy(() -> resolve(networks, addresses))
			.satisfies((refused) -> assertThat(refused.flaw()).isEqualTo(AddressFlaw.NETWORK));
	}

	private static List<InetAddress> resolve(List<String> networks, String... addresses) throws UnknownHostException {
		List<InetAddress> answer = Arrays.stream(addresses).map(InetAddress::ofLiteral).toList();
		return new OutboundGuard(new OutboundProperties(List.of("his.example.cn"), networks, null), (_) -> answer)
			.resolve("his.example.cn", 80);
	}

}
