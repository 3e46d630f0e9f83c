package cn.yigongti.localservers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Runs the servers as a process of its own, for owners that come and go. When they are
 * ready it writes their {@link Addresses} to a file; it ends, and they with it, when the
 * process it watches ends or it is told to.
 */
public final class Main {

	private Main() {
	}

	public static void main(String[] arguments) throws IOException {
		Order order = Order.parse(arguments);
		Optional<ProcessHandle> watched = ProcessHandle.of(order.watchedPid());
		if (watched.isEmpty()) {
			throw new CannotStart("There is no process " + order.watchedPid() + " to watch");
		}
		RunningServers servers = order.servers().start();
		Runtime.getRuntime().addShutdownHook(new Thread(() -> end(servers, order)));
		servers.addresses().writeTo(order.addressFile());
		watched.get().onExit().join();
		System.exit(0);
	}

	private static void end(RunningServers servers, Order order) {
		try {
			Files.deleteIfExists(order.addressFile());
			servers.close();
			if (order.discard()) {
				Trees.delete(order.stateFolder());
			}
		}
		catch (IOException ex) {
			throw new IllegalStateException("Cannot tidy up " + order.stateFolder(), ex);
		}
	}

}
