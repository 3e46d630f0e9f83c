package cn.yigongti.dev;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PartsTests {

	private final Parts parts = new Parts();

	private final List<String> stopped = new ArrayList<>();

	@Test
	void areStoppedTheOtherWayRound() {
		this.parts.add(part("servers"));
		this.parts.add(part("services"));
		this.parts.close();
		assertThat(this.stopped).containsExactly("services", "servers");
	}

	@Test
	void areStoppedOnceOnly() {
		this.parts.add(part("servers"));
		this.parts.close();
		this.parts.close();
		assertThat(this.stopped).containsExactly("servers");
	}

	@Test
	void areAllStoppedEvenIfOneWontStop() {
		this.parts.add(part("servers"));
		this.parts.add(() -> {
			throw new IllegalStateException("won't");
		});
		this.parts.close();
		assertThat(this.stopped).containsExactly("servers");
	}

	@Test
	void areStoppedAtOnceWhenTheyComeTooLate() {
		this.parts.close();
		assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> this.parts.add(part("late")));
		assertThat(this.stopped).containsExactly("late");
	}

	private AutoCloseable part(String name) {
		return () -> this.stopped.add(name);
	}

}
