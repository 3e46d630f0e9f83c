package cn.yigongti.platform.accesschange;

import java.time.Duration;
import java.util.Map;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class AccessChangesTests {

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	/** Any time of this clock is as good as another, negative ones too. */
	private long now = Long.MAX_VALUE - 1;

	private final AccessChanges changes = new AccessChanges(this.meters, () -> this.now);

	@Test
	void aTokenThatDoesNotKnowOfAChangeIsOutdated() {
		this.changes.hear(Map.of("user:1", 7L));
		isOutdated(Map.of("user:1", 0L));
		isOutdated(Map.of("user:1", 6L, "role:DOCTOR", 100L));
		isGood(Map.of("user:1", 7L));
		isGood(Map.of("user:1", 8L));
		isGood(Map.of("user:2", 0L));
		assertThat(count("outdated")).isEqualTo(2);
	}

	@Test
	void theLatestOfSeveralChangesCountsWhateverTheOrderTheyAreHeardIn() {
		this.changes.hear(Map.of("user:1", 9L));
		this.changes.hear(Map.of("user:1", 7L));
		isOutdated(Map.of("user:1", 8L));
	}

	@Test
	void aTokenThatDependsOnNothingIsNeverOutdated() {
		this.changes.hear(Map.of("user:1", 7L));
		isGood(Map.of());
		assertThat(count("unchecked")).isZero();
	}

	@Test
	void requestsGoOnUncheckedAndAreCountedWhileNothingIsHeard() {
		assertThat(heard()).isZero();
		isGood(Map.of("user:1", 0L));
		assertThat(count("unchecked")).isOne();
		this.changes.isWhole();
		assertThat(heard()).isOne();
		isGood(Map.of("user:1", 0L));
		assertThat(count("unchecked")).isOne();
		pass(Duration.ofSeconds(6));
		assertThat(heard()).isZero();
		isGood(Map.of("user:1", 0L));
		assertThat(count("unchecked")).isEqualTo(2);
	}

	@Test
	void whatIsKnownHoldsAlsoWhileNothingIsHeard() {
		this.changes.hear(Map.of("user:1", 7L));
		pass(Duration.ofMinutes(10));
		this.changes.forgetOld();
		isOutdated(Map.of("user:1", 6L));
	}

	@Test
	void forgetsWhatIsOlderThanAnyToken() {
		this.changes.hear(Map.of("user:1", 7L));
		pass(Duration.ofMinutes(21));
		this.changes.forgetOld();
		isGood(Map.of("user:1", 6L));
	}

	private void pass(Duration duration) {
		this.now += duration.toNanos();
	}

	private void isGood(Map<String, Long> asOf) {
		assertThatNoException().isThrownBy(() -> this.changes.verify(asOf));
	}

	private void isOutdated(Map<String, Long> asOf) {
		assertThatExceptionOfType(TokenOutdated.class).isThrownBy(() -> this.changes.verify(asOf));
	}

	private double count(String name) {
		return this.meters.get("yigongti.access.changes." + name).counter().count();
	}

	private double heard() {
		return this.meters.get("yigongti.access.changes.heard").gauge().value();
	}

}
