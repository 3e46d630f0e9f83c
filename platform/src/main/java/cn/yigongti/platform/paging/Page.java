package cn.yigongti.platform.paging;

import java.util.List;
import java.util.function.Function;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param nextCursor where to go on; {@code null} on the last page
 * @param total exact up to {@value #COUNTED_UP_TO}
 * @param totalIsLowerBound present and true when there are more than that
 */
public record Page<T>(List<T> items, @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String nextCursor, long total,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean totalIsLowerBound) {

	public static final int COUNTED_UP_TO = 10_000;

	public Page {
		items = List.copyOf(items);
	}

	/**
	 * Makes a page.
	 * @param counted how many there are; anything above {@value #COUNTED_UP_TO} when
	 * counting stopped there
	 */
	public static <T> Page<T> of(List<T> items, @Nullable String nextCursor, long counted) {
		return (counted > COUNTED_UP_TO) ? new Page<>(items, nextCursor, COUNTED_UP_TO, true)
				: new Page<>(items, nextCursor, counted, null);
	}

	public <R> Page<R> map(Function<? super T, ? extends R> mapper) {
		return new Page<>(this.items.stream().<R>map(mapper).toList(), this.nextCursor, this.total,
				this.totalIsLowerBound);
	}

}
