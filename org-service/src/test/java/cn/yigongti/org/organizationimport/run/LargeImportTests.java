package cn.yigongti.org.organizationimport.run;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.management.JMException;
import javax.management.ObjectName;

import cn.yigongti.org.Api;
import cn.yigongti.org.organizationimport.ImportApi;
import cn.yigongti.org.organizationimport.sheet.Dialect;
import cn.yigongti.org.organizationimport.sheet.SheetWriter;
import cn.yigongti.org.organizationimport.sheet.format.SheetFiles;
import cn.yigongti.platform.test.ServiceTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.test.context.TestConstructor;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Fifty thousand organizations from one file. What is in memory is counted twice, early
 * and late on the way: whatever is kept of each row would be there tens of thousands of
 * times more.
 */
@ServiceTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class LargeImportTests {

	private static final int TOWNSHIPS = 50;

	private static final int CLINICS = 999;

	private static final int ROWS = TOWNSHIPS * (1 + CLINICS);

	private static final int EARLY = ROWS / 10;

	private static final int LATE = ROWS * 8 / 10;

	/**
	 * More than come and go with a batch, cells included, and less than one for each row
	 * between.
	 */
	private static final int SOME = (LATE - EARLY) / 2;

	private final ImportApi imports;

	LargeImportTests(RestTestClient http) {
		this.imports = ImportApi.everywhere(http);
	}

	@Test
	void fiftyThousandRowsAreCheckedAndReportedInConstantMemory() throws Exception {
		UUID id = UUID.fromString(this.imports.submit("?dryRun=true", workbook()).expect(202).path("id").asString());
		Map<String, Long> early = inMemoryAfter(id, EARLY);
		Map<String, Long> late = inMemoryAfter(id, LATE);
		JsonNode over = await(id, "SUCCEEDED|FAILED", ROWS);
		assertThat(over.path("state").asString()).as(over.toString()).isEqualTo("SUCCEEDED");
		assertThat(over.path("accepted").asInt()).isEqualTo(ROWS);
		late.replaceAll((type, count) -> count - early.getOrDefault(type, 0L));
		assertThat(late).allSatisfy((type, more) -> assertThat(more).as(type).isLessThan(SOME));
		assertThat(new String(this.imports.report(over), 0, 2, StandardCharsets.US_ASCII)).isEqualTo("PK");
	}

	/** Every township centre comes after its clinics, at the end of the file. */
	private static byte[] workbook() throws IOException {
		String county = Api.newCounty();
		String prefix = UUID.randomUUID().toString().substring(0, 8) + "-";
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (SheetWriter writer = SheetFiles.write(out, Dialect.XLSX, "机构")) {
			writer.row(List.of("机构名称", "机构类别代码", "行政区划代码", "机构编码", "上级机构编码", "成立日期"));
			for (int i = 0; i < TOWNSHIPS; i++) {
				String township = county + (100 + i);
				for (int j = 1; j <= CLINICS; j++) {
					String village = township + "%03d".formatted(j);
					writer.row(List.of("村卫生室" + village, "D600", village, prefix + village, prefix + township,
							"2000-01-01"));
				}
			}
			for (int i = 0; i < TOWNSHIPS; i++) {
				String township = county + (100 + i);
				writer.row(List.of("卫生院" + township, "C220", township, prefix + township, "", "2000-01-01"));
			}
		}
		return out.toByteArray();
	}

	private JsonNode await(UUID id, String states, int checked) {
		return Awaitility.await()
			.atMost(Duration.ofMinutes(10))
			.pollInterval(Duration.ofMillis(50))
			.until(() -> this.imports.read(id),
					(read) -> read.path("state").asString().matches(states) && read.path("checked").asInt() >= checked);
	}

	/** How many objects of each type are alive when so many rows have been checked. */
	private Map<String, Long> inMemoryAfter(UUID id, int checked) throws JMException {
		await(id, "RUNNING", checked);
		String histogram = (String) ManagementFactory.getPlatformMBeanServer()
			.invoke(new ObjectName("com.sun.management:type=DiagnosticCommand"), "gcClassHistogram",
					new Object[] { new String[0] }, new String[] { String[].class.getName() });
		assertThat(this.imports.read(id).path("state").asString()).isEqualTo("RUNNING");
		Map<String, Long> counts = new HashMap<>();
		Matcher line = Pattern.compile("^\\s*\\d+:\\s+(\\d+)\\s+\\d+\\s+(\\S+)", Pattern.MULTILINE).matcher(histogram);
		while (line.find()) {
			counts.merge(line.group(2), Long.valueOf(line.group(1)), Long::sum);
		}
		return counts;
	}

}
