package cn.yigongti.iam.accesschange;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far a token that is being made knows of changes. It is taken before reading what
 * the token is to say: a change in between then outdates a token that may know it, which
 * costs a refresh; the other way round one that does not know it would pass for new.
 */
public record AsOf(Map<String, Long> numbers) {

	public AsOf {
		numbers = Map.copyOf(numbers);
	}

	/** What the token says of the things it depends on. */
	public Map<String, Long> claim(Collection<AccessKey> keys) {
		Map<String, Long> claim = new TreeMap<>();
		keys.forEach((key) -> claim.put(key.toString(), this.numbers.getOrDefault(key.toString(), 0L)));
		return claim;
	}

}
