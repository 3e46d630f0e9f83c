package cn.yigongti.gateway.client;

import java.net.InetSocketAddress;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ClientsTests {

	private final Clients clients = new Clients(
			new EdgeSettings(List.of("10.0.0.0/8", "192.0.2.7", "fd00::/8"), List.of("10.1.0.0/16")));

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", textBlock = """
			203.0.113.1 | -                                  | 203.0.113.1
			203.0.113.1 | 198.51.100.1                       | 203.0.113.1
			10.0.0.1    | -                                  | 10.0.0.1
			10.0.0.1    | 198.51.100.1                       | 198.51.100.1
			192.0.2.7   | 198.51.100.1                       | 198.51.100.1
			192.0.2.8   | 198.51.100.1                       | 192.0.2.8
			10.0.0.1    | 1.1.1.1, 198.51.100.1              | 198.51.100.1
			10.0.0.1    | 1.1.1.1, 198.51.100.1, 10.0.0.2    | 198.51.100.1
			10.0.0.1    | 10.0.0.3, 10.0.0.2                 | 10.0.0.3
			10.0.0.1    | 198.51.100.1, nonsense             | 10.0.0.1
			10.0.0.1    | 198.51.100.1, evil.example         | 10.0.0.1
			10.0.0.1    | ''                                 | 10.0.0.1
			fd00::1     | 2001:db8:0:0:0:0:0:1               | 2001:db8:0:0:0:0:0:1
			2001:db8::5 | 198.51.100.1                       | 2001:db8:0:0:0:0:0:5
			""")
	void areThosePeersOrWhoTrustedProxiesNameLast(String peer, @Nullable String forwardedFor, String address) {
		assertThat(this.clients.of(request(peer, forwardedFor)).address().getHostAddress()).isEqualTo(address);
	}

	@Test
	void areSecureWhenATrustedProxySaysSo() {
		assertThat(this.clients.of(overHttps("10.0.0.1")).secure()).isTrue();
		assertThat(this.clients.of(overHttps("203.0.113.1")).secure()).isFalse();
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-",
			value = { "10.1.0.5,-,true", "10.1.0.5,198.51.100.1,false", "10.2.0.5,-,false", "10.2.0.5,10.1.0.5,false" })
	void mayScrapeWhenTheyAskDirectly(String peer, @Nullable String forwardedFor, boolean may) {
		assertThat(this.clients.mayScrape(request(peer, forwardedFor))).isEqualTo(may);
	}

	@Test
	void areCountedByNetworkWhenTheyHaveAWholeOne() {
		assertThat(this.clients.of(request("2001:db8:1:2:3::4", null)).network()).isEqualTo("20010db800010002");
		assertThat(this.clients.of(request("203.0.113.1", null)).network()).isEqualTo("203.0.113.1");
	}

	@Test
	void needProxiesWrittenAsAddresses() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new Clients(new EdgeSettings(List.of("nginx"), List.of())));
	}

	private static MockServerHttpRequest overHttps(String peer) {
		return MockServerHttpRequest.get("/")
			.remoteAddress(new InetSocketAddress(peer, 1))
			.header("X-Forwarded-For", "198.51.100.1")
			.header("X-Forwarded-Proto", "https")
			.build();
	}

	private static MockServerHttpRequest request(String peer, @Nullable String forwardedFor) {
		MockServerHttpRequest.BodyBuilder request = MockServerHttpRequest.post("/")
			.remoteAddress(new InetSocketAddress(peer, 1));
		if (forwardedFor != null) {
			request.header("X-Forwarded-For", forwardedFor);
		}
		return request.build();
	}

}
