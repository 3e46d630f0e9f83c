package cn.yigongti.dev.hissimulator;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Disturbs the paging through users, always in the same way for the same seed and order
 * of requests.
 */
public final class Faults {

	/** With so many in a row even a patient client gives up. */
	private static final int IN_A_ROW = 3;

	private static final List<Fault> ALL = List.of(Fault.values());

	private final Random random;

	private final int ofAHundred;

	private final Map<Fault, Integer> made = new EnumMap<>(Fault.class);

	private int inARow;

	public Faults(long seed, int ofAHundred) {
		this.random = new Random(seed);
		this.ofAHundred = ofAHundred;
	}

	/** What happens to the next page, if anything. */
	synchronized Optional<Fault> next() {
		if (this.inARow >= IN_A_ROW || this.random.nextInt(100) >= this.ofAHundred) {
			this.inARow = 0;
			return Optional.empty();
		}
		this.inARow++;
		Fault fault = ALL.get(this.random.nextInt(ALL.size()));
		this.made.merge(fault, 1, Integer::sum);
		return Optional.of(fault);
	}

	/** How often each has happened. */
	public synchronized Map<Fault, Integer> made() {
		return new EnumMap<>(this.made);
	}

}
