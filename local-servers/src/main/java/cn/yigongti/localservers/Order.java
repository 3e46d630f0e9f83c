package cn.yigongti.localservers;

import java.nio.file.Path;

/**
 * What {@link Main} is asked for: the folder of the state, the file for the addresses,
 * the process to watch, the servers, and whether the data is of value.
 *
 * @param discard whether the state folder is deleted in the end
 */
record Order(Path stateFolder, Path addressFile, long watchedPid, LocalServers servers, boolean discard) {

	/**
	 * {@code <state folder> <address file> <watched pid> [postgres] [redis] [elasticsearch] [discard]}.
	 */
	static Order parse(String[] arguments) {
		if (arguments.length < 4) {
			throw new IllegalArgumentException(
					"Expected: <state folder> <address file> <watched pid> [postgres] [redis] [elasticsearch] [discard]");
		}
		Path state = Path.of(arguments[0]);
		LocalServers servers = LocalServers.in(state);
		boolean discard = false;
		for (int index = 3; index < arguments.length; index++) {
			switch (arguments[index]) {
				case "postgres" -> servers.withPostgres();
				case "redis" -> servers.withRedis();
				case "elasticsearch" -> servers.withElasticsearch();
				case "discard" -> {
					servers.withoutDurability();
					discard = true;
				}
				default -> throw new IllegalArgumentException("Unknown server: " + arguments[index]);
			}
		}
		return new Order(state, Path.of(arguments[1]), Long.parseLong(arguments[2]), servers, discard);
	}

}
