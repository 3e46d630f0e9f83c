package cn.yigongti.platform.cache;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The entries of one cache, outside of this process. Nothing here throws: what can't be
 * had is not there.
 */
interface Entries {

	/** Where there is no Redis. */
	Entries NONE = new Entries() {

		@Override
		public Optional<Snapshot> read(List<String> keys) {
			return Optional.empty();
		}

		@Override
		public void write(String generation, Map<String, String> values) {
		}

		@Override
		public void renew() {
		}

	};

	/**
	 * Those entries which are of the present generation.
	 * @return empty when nothing can be said, and nothing be written
	 */
	Optional<Snapshot> read(List<String> keys);

	/**
	 * Keeps what was read from the database.
	 * @param generation the one that was found before the database was read
	 */
	void write(String generation, Map<String, String> values);

	/**
	 * Begins a new generation. When that can't be done now it is tried until it is done,
	 * and until then this process reads nothing.
	 */
	void renew();

}
