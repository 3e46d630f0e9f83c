package cn.yigongti.org.region.boundary;

import org.jspecify.annotations.Nullable;

/** Is shown the boundaries of a division and of what is below it, one after the other. */
public interface Drawing {

	/**
	 * Told first.
	 * @param tag changes whenever a boundary of the division, or anywhere below it, does
	 * @param box around all that follow; {@code null} when there are none
	 * @return whether to go on
	 */
	boolean begin(long tag, @Nullable BoundingBox box);

	void add(StoredBoundary boundary);

}
