package cn.yigongti.search.projection;

import java.util.Set;

import cn.yigongti.search.change.ChangeQueue;

import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * Where no Elasticsearch is configured changes aren't recorded, so whatever was built
 * before is worth nothing when there is one again.
 */
class ForgetIndexes implements SmartInitializingSingleton {

	private final Set<String> names;

	private final LiveIndexes live;

	private final ChangeQueue queue;

	ForgetIndexes(Set<String> names, LiveIndexes live, ChangeQueue queue) {
		this.names = Set.copyOf(names);
		this.live = live;
		this.queue = queue;
	}

	@Override
	public void afterSingletonsInstantiated() {
		this.names.forEach((name) -> {
			this.live.forget(name);
			this.queue.clear(name);
		});
	}

}
