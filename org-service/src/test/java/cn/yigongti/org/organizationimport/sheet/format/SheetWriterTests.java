package cn.yigongti.org.organizationimport.sheet.format;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import cn.yigongti.org.organizationimport.sheet.Dialect;
import cn.yigongti.org.organizationimport.sheet.SheetLimits;
import cn.yigongti.org.organizationimport.sheet.SheetReader;
import cn.yigongti.org.organizationimport.sheet.SheetRow;
import cn.yigongti.org.organizationimport.sheet.SheetWriter;
import cn.yigongti.org.organizationimport.sheet.TextEncoding;
import cn.yigongti.org.organizationimport.sheet.inspection.FileInspection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class SheetWriterTests {

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path folder;

	static Stream<Dialect> dialects() {
		return Stream.of(Dialect.XLSX, Dialect.csv(TextEncoding.UTF_8, ','), Dialect.csv(TextEncoding.GB18030, ';'),
				Dialect.csv(TextEncoding.UTF_8, '\t'));
	}

	@ParameterizedTest
	@MethodSource("dialects")
	void whatIsWrittenCanBeReadAgain(Dialect dialect) throws IOException {
		List<String> header = List.of("名称", "电话", "说明");
		List<String> row = List.of("卫生,院;\t\"甲\"", "+86-23", "=1+1");
		Path file = write(dialect, List.of(header, row));
		assertThat(FileInspection.of(file)).isEqualTo(dialect);
		try (SheetReader reader = SheetFiles.open(file, dialect, SheetLimits.ofRows(10))) {
			assertThat(reader.next()).contains(new SheetRow(1, header));
			assertThat(reader.next()).contains(new SheetRow(2, row));
			assertThat(reader.next()).isEmpty();
		}
	}

	@Test
	void noCellOfATextFileBecomesAFormula() throws IOException {
		Path file = write(Dialect.csv(TextEncoding.GB18030, ','),
				List.of(List.of("=1+1", "@x", "-1", "＝1", "\t1", "a=1")));
		assertThat(Files.readString(file, Charset.forName("GB18030")))
			.isEqualTo("'=1+1,'@x,'-1,'＝1,\"'\t1\",a=1\r\n".replace("\"'\t1\"", "'\t1"));
	}

	private Path write(Dialect dialect, List<List<String>> rows) throws IOException {
		Path file = Files.createTempFile(this.folder, "report", "");
		try (OutputStream out = Files.newOutputStream(file);
				SheetWriter writer = SheetFiles.write(out, dialect, "机构")) {
			for (List<String> row : rows) {
				writer.row(row);
			}
		}
		return file;
	}

}
