package cn.yigongti.dev.services;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PortsTests {

	@Test
	void giveEachServiceOneOfItsOwn() {
		Ports ports = Ports.choose(0);
		assertThat(Stream.of(Service.values()).map(ports::of)).doesNotHaveDuplicates().allMatch((port) -> port > 0);
	}

	@Test
	void sayPlainlyWhenTheGatewaysIsTaken() throws Exception {
		try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			int taken = other.getLocalPort();
			assertThatExceptionOfType(PortTaken.class).isThrownBy(() -> Ports.choose(taken))
				.withMessage("Port %d of 127.0.0.1 is taken by another program. Choose another one: make run PORT=%d"
					.formatted(taken, taken + 1));
		}
	}

}
