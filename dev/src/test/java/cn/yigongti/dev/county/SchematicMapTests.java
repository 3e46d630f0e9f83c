package cn.yigongti.dev.county;

import java.util.HashSet;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class SchematicMapTests {

	private final Map<Division, SchematicMap.Ring> boundaries = SchematicMap.ofDemo().getFirst().boundaries();

	@Test
	void drawsTheCountyAndAllItsTownships() {
		assertThat(this.boundaries.keySet()).extracting(Division::code).startsWith("500229").hasSize(26);
	}

	@Test
	void ringsAreClosedAndCounterclockwise() {
		assertThat(this.boundaries.values()).allSatisfy((ring) -> {
			assertThat(ring.positions().getFirst()).isEqualTo(ring.positions().getLast());
			assertThat(area(ring)).isPositive();
		});
	}

	@Test
	void theTownshipsFillTheCounty() {
		double county = area(this.boundaries.values().iterator().next());
		double townships = this.boundaries.entrySet()
			.stream()
			.filter((entry) -> entry.getKey().isTownship())
			.mapToDouble((entry) -> area(entry.getValue()))
			.sum();
		assertThat(townships).isCloseTo(county, within(1e-5));
	}

	@Test
	void noTwoTownshipsLieInTheSamePlace() {
		assertThat(new HashSet<>(this.boundaries.values())).hasSameSizeAs(this.boundaries.keySet());
	}

	private static double area(SchematicMap.Ring ring) {
		double twice = 0;
		for (int i = 1; i < ring.positions().size(); i++) {
			List<Double> from = ring.positions().get(i - 1);
			List<Double> to = ring.positions().get(i);
			twice += from.get(0) * to.get(1) - to.get(0) * from.get(1);
		}
		return twice / 2;
	}

}
