package cn.yigongti.dev.county;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The divisions that org-service knows: its own file, put beside our classes by the
 * build.
 */
public final class Divisions {

	private static final String RESOURCE = "/divisions.csv";

	private final List<Division> all;

	private Divisions(List<Division> all) {
		this.all = all;
	}

	public static Divisions read() {
		try (InputStream resource = Divisions.class.getResourceAsStream(RESOURCE)) {
			if (resource == null) {
				throw new IllegalStateException(RESOURCE + " is missing: build the module dev");
			}
			BufferedReader lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8));
			return new Divisions(lines.lines()
				.filter((line) -> Character.isDigit(line.charAt(0)))
				.map((line) -> line.split(",", -1))
				.map((columns) -> new Division(columns[0], columns[1]))
				.toList());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public Division get(String code) {
		return this.all.stream()
			.filter((division) -> division.code().equals(code))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("No division " + code));
	}

	List<Division> townshipsOf(Division county) {
		return this.all.stream().filter((one) -> one.isTownship() && one.isWithin(county)).toList();
	}

	List<Division> villagesOf(Division township) {
		return this.all.stream().filter((one) -> one.isVillage() && one.isWithin(township)).toList();
	}

}
