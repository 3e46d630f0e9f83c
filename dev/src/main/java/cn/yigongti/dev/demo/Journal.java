package cn.yigongti.dev.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;

import cn.yigongti.dev.secrets.PrivateFile;

/**
 * What of the load is done, with what came of it: a line for each item, written when it
 * is finished. Some of it is secret, so the file is private.
 */
public final class Journal {

	private final Map<String, String> done = new ConcurrentHashMap<>();

	private final Path file;

	private Journal(Path file) {
		this.file = file;
	}

	/**
	 * Takes up the journal in the file, or begins with none. A last line that a crash cut
	 * off doesn't count.
	 */
	public static Journal in(Path file) {
		Journal journal = new Journal(file);
		if (Files.exists(file)) {
			try {
				String text = Files.readString(file);
				String whole = text.substring(0, text.lastIndexOf('\n') + 1);
				whole.lines().forEach(journal::read);
				if (whole.length() < text.length()) {
					PrivateFile.write(file, whole);
				}
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
		return journal;
	}

	private void read(String line) {
		int tab = line.indexOf('\t');
		this.done.put(line.substring(0, tab), line.substring(tab + 1));
	}

	/**
	 * What came of the item; does it first if it isn't done.
	 */
	String once(String item, Callable<String> deed) throws Exception {
		String known = this.done.get(item);
		return (known != null) ? known : record(item, deed.call());
	}

	/**
	 * Does the item, unless this is what came of it the last time.
	 */
	void unless(String item, String result, Deed deed) throws Exception {
		if (!result.equals(this.done.get(item))) {
			deed.perform();
			record(item, result);
		}
	}

	/**
	 * What came of an item that is done.
	 */
	String get(String item) {
		return find(item).orElseThrow(() -> new IllegalStateException("Not done yet: " + item));
	}

	Optional<String> find(String item) {
		return Optional.ofNullable(this.done.get(item));
	}

	private synchronized String record(String item, String result) {
		PrivateFile.append(this.file, item + "\t" + result + "\n");
		this.done.put(item, result);
		return result;
	}

	/** What is done without an answer. */
	@FunctionalInterface
	interface Deed {

		void perform() throws Exception;

	}

}
