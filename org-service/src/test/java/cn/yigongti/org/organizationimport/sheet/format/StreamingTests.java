package cn.yigongti.org.organizationimport.sheet.format;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import cn.yigongti.org.organizationimport.sheet.Dialect;
import cn.yigongti.org.organizationimport.sheet.SheetLimits;
import cn.yigongti.org.organizationimport.sheet.SheetReader;
import cn.yigongti.org.organizationimport.sheet.SheetRow;
import cn.yigongti.org.organizationimport.sheet.SheetWriter;
import cn.yigongti.org.organizationimport.sheet.TextEncoding;
import cn.yigongti.org.organizationimport.sheet.inspection.FileInspection;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Fifty thousand rows, a few of which are in memory at any time. */
class StreamingTests {

	private static final int ROWS = 50_000;

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path folder;

	static Stream<Dialect> dialects() {
		return Stream.of(Dialect.XLSX, Dialect.csv(TextEncoding.GB18030, ','));
	}

	@ParameterizedTest
	@MethodSource("dialects")
	void rowsAreForgottenOnceRead(Dialect dialect) throws IOException {
		Path file = this.folder.resolve("large");
		try (OutputStream out = Files.newOutputStream(file);
				SheetWriter writer = SheetFiles.write(out, dialect, "机构")) {
			for (int i = 0; i < ROWS; i++) {
				writer.row(List.of("村卫生室" + i, "CODE" + i, "500229102" + i % 10, "2000-01-01"));
			}
		}
		assertThat(FileInspection.of(file)).isEqualTo(dialect);
		List<WeakReference<SheetRow>> read = new ArrayList<>();
		try (SheetReader reader = SheetFiles.open(file, dialect, SheetLimits.ofRows(ROWS))) {
			IntStream.range(0, ROWS - 1).forEach((i) -> read.add(new WeakReference<>(next(reader))));
			System.gc();
			assertThat(read).filteredOn((row) -> row.get() != null).hasSizeLessThan(10);
			assertThat(next(reader).cell(0)).isEqualTo("村卫生室" + (ROWS - 1));
			assertThat(reader.next()).isEmpty();
		}
	}

	private static SheetRow next(SheetReader reader) {
		try {
			return reader.next().orElseThrow();
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

}
