package cn.yigongti.org.organizationimport;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import cn.yigongti.org.Api;
import cn.yigongti.org.organizationimport.sheet.Dialect;
import cn.yigongti.org.organizationimport.sheet.Workbooks;
import cn.yigongti.platform.test.ServiceTest;
import cn.yigongti.platform.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** What is seen of a file while it is handed in. */
@ServiceTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class UploadTests {

	private static final String HEADER = "机构名称,机构类别代码,行政区划代码,成立日期\n";

	private static final String ROW = "卫生院,C220,500229102,2000-01-01\n";

	private final RestTestClient http;

	private final ImportApi imports;

	@LocalServerPort
	private int port;

	UploadTests(RestTestClient http) {
		this.http = http;
		this.imports = ImportApi.everywhere(http);
	}

	@Test
	void answersWithTheImportAndWhereToAskForIt() {
		Api.Answer answer = this.imports.submit("?dryRun=true", csv(HEADER + ROW));
		JsonNode submitted = answer.expect(202);
		assertThat(answer.headers().getLocation())
			.hasToString("/api/v1/organization-imports/" + submitted.path("id").asString());
		assertThat(submitted.path("dryRun").asBoolean()).isTrue();
		assertThat(submitted.path("fileName").asString()).isEqualTo("机构.csv");
		JsonNode over = this.imports.await(submitted);
		assertThat(over.path("rows").asInt()).isOne();
		Api.Answer read = this.imports.api().get("/organization-imports/" + over.path("id").asString());
		assertThat(read.etag()).isNotBlank();
	}

	@Test
	void namesColumnsThatAreWrong() {
		JsonNode problem = this.imports.submit("", csv("机构名称,机构名称,电话号码\n" + ROW)).expect(422, "invalid-header");
		List<String> errors = new ArrayList<>();
		problem.path("errors")
			.forEach((error) -> errors.add(error.path("pointer").asString() + " " + error.path("code").asString()));
		assertThat(errors).containsExactly("/机构名称 repeated-column", "/电话号码 unknown-column", "/机构类别代码 missing-column",
				"/行政区划代码 missing-column", "/成立日期 missing-column");
		assertThat(problem.path("errors").get(1).path("detail").asString()).contains("电话号码");
	}

	@Test
	void refusesWhatIsNoTable() {
		this.imports.submit("", "%PDF-1.7".getBytes(StandardCharsets.UTF_8)).expect(415, "unsupported-file");
		this.imports.submit("", new byte[] { 'M', 'Z', 0, 1, 2 }).expect(415, "unsupported-file");
		this.imports.submit("", new byte[0]).expect(422, "empty-file");
		this.imports.submit("", csv(HEADER)).expect(422, "empty-file");
		byte[] latin = "Müller ÿ\n".getBytes(StandardCharsets.ISO_8859_1);
		this.imports.submit("", latin).expect(422, "encoding-unknown");
	}

	@Test
	void refusesDangerousWorkbooks(@TempDir Path folder) throws IOException {
		submit(Workbooks.sound().part("xl/vbaProject.bin", "x"), folder).expect(422, "macro-file");
		submit(Workbooks.sound().part("xl/embeddings/a.docx", "x"), folder).expect(422, "embedded-content");
		submit(Workbooks.sound().part("xl/media/a.png", new byte[64 << 20]), folder).expect(422, "inflates-too-much");
		JsonNode formula = submit(Workbooks.sound().rows("<row r=\"2\"><c r=\"B2\"><f>1+1</f><v>2</v></c></row>"),
				folder)
			.expect(422, "formula");
		assertThat(formula.path("detail").asString()).contains("B2");
		byte[] whole = Table.county().as(Dialect.XLSX);
		this.imports.submit("", Arrays.copyOf(whole, whole.length / 2)).expect(422, "unreadable-file");
	}

	@Test
	void refusesAFormulaFoundOnTheWay() {
		JsonNode failed = this.imports.run(csv(HEADER + ROW + "=cmd|' /C calc'!A0,C220,500229102,2000-01-01\n"));
		assertThat(failed.path("state").asString()).isEqualTo("FAILED");
		assertThat(failed.path("failure").path("code").asString()).isEqualTo("formula");
		assertThat(failed.path("failure").path("detail").asString()).contains("机构名称 3");
		assertThat(this.imports.rows(failed, "")).isEmpty();
		this.imports.api()
			.get("/organization-imports/" + failed.path("id").asString() + "/report")
			.expect(409, "report-not-available");
	}

	@Test
	void refusesAQuoteThatNeverCloses() {
		JsonNode failed = this.imports.run(csv(HEADER + ROW + "\"卫生院,C220,500229102,2000-01-01\n" + ROW));
		assertThat(failed.path("failure").path("code").asString()).isEqualTo("unreadable-file");
	}

	@Test
	void readsAFileFromAnOldMachine() {
		byte[] file = ("\"机构名称\";\"机构类别代码\";\"行政区划代码\";\"成立日期\"\r\n"
				+ "\"卫生院\";\"C220\";\"500229102\";\"2000/1/1\"\r\n")
			.getBytes(Charset.forName("GB18030"));
		JsonNode over = this.imports.run("?dryRun=true", file);
		assertThat(over.path("state").asString()).isEqualTo("SUCCEEDED");
		assertThat(over.path("encoding").asString()).isEqualTo("GB18030");
	}

	@Test
	void needsAFile() {
		String error = this.http.post()
			.uri("/api/v1/organization-imports")
			.header("Authorization", this.imports.api().bearer())
			.header("Content-Type", "multipart/form-data; boundary=x")
			.body("--x--\r\n".getBytes(StandardCharsets.UTF_8))
			.exchange()
			.expectStatus()
			.isEqualTo(422)
			.returnResult(String.class)
			.getResponseBody();
		assertThat(error).contains("/file", "required");
		this.imports.api().post("/organization-imports", List.of()).expect(415, "unsupported-media-type");
		this.imports.submit("?partially=true", csv(HEADER + ROW)).expect(400, "unknown-parameter");
		this.imports.submit("?partial=perhaps", csv(HEADER + ROW)).expect(400, "invalid-parameter");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "?partial=true" })
	void refusesAHundredMegabytesBeforeTheyHaveArrived(String query) throws IOException {
		String head = "POST /api/v1/organization-imports" + query + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: "
				+ this.imports.api().bearer() + "\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: "
				+ (100 << 20)
				+ "\r\n\r\n--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n";
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.port)) {
			OutputStream out = socket.getOutputStream();
			out.write(head.getBytes(StandardCharsets.UTF_8));
			out.flush();
			StringBuilder answer = new StringBuilder();
			InputStream in = socket.getInputStream();
			while (answer.indexOf("}") < 0) {
				answer.append((char) in.read());
			}
			assertThat(answer).startsWith("HTTP/1.1 413").contains("\"too-large\"");
		}
	}

	@ParameterizedTest
	@CsvSource({ "20971520,422,unreadable-file", "20971521,413,too-large", "40000000,413,too-large" })
	void hearsOfALargeFileToItsEnd(int size, int status, String code) {
		byte[] blank = new byte[size];
		Arrays.fill(blank, (byte) ' ');
		byte[] header = csv(HEADER);
		System.arraycopy(header, 0, blank, 0, header.length);
		this.imports.submit("", blank).expect(status, code);
	}

	@Test
	void answersARepeatedRequestWithTheFirstImport() {
		byte[] file = new Table().add("卫生院", "C220", "500229102", "T", "").as(Table.CSV);
		String key = UUID.randomUUID().toString();
		JsonNode first = this.imports.submit("", file, key).expect(202);
		this.imports.await(first);
		Api.Answer again = this.imports.submit("", file, key);
		assertThat(again.expect(202).path("id")).isEqualTo(first.path("id"));
		assertThat(again.headers().getFirst("Idempotent-Replay")).isEqualTo("true");
		this.imports.submit("?partial=true", file, key).expect(422, "idempotency-key-reused");
		this.imports.submit("", csv(HEADER + ROW), key).expect(422, "idempotency-key-reused");
		assertThat(this.imports.submit("", file).expect(202).path("id")).isNotEqualTo(first.path("id"));
		ImportApi other = ImportApi.everywhere(this.http);
		assertThat(other.submit("", file, key).expect(202).path("id")).isNotEqualTo(first.path("id"));
		this.imports.submit("", file, "k e y").expect(400, "invalid-parameter");
	}

	@Test
	void letsWhoeverCorrectsAFileUseTheSameKey() {
		String key = UUID.randomUUID().toString();
		JsonNode failed = this.imports
			.await(this.imports.submit("", csv(HEADER + "卫生院,Z999,500229102,2000-01-01\n"), key).expect(202));
		assertThat(failed.path("state").asString()).isEqualTo("FAILED");
		assertThat(this.imports.await(this.imports.submit("?dryRun=true", csv(HEADER + ROW), key).expect(202))
			.path("state")
			.asString()).isEqualTo("SUCCEEDED");
	}

	@Test
	void showsPeopleTheirOwnImports() {
		JsonNode mine = this.imports.submit("?dryRun=true", csv(HEADER + ROW)).expect(202);
		ImportApi local = ImportApi.of(this.http, TestTokens.user().mayInRegion("500229", ImportApi.permissions()));
		JsonNode theirs = local.submit("?dryRun=true", csv(HEADER + ROW)).expect(202);
		JsonNode list = local.api().get("/organization-imports").expect(200);
		assertThat(list.path("total").asInt()).isOne();
		assertThat(list.path("items").get(0).path("id")).isEqualTo(theirs.path("id"));
		for (String path : List.of("", "/rows", "/report")) {
			local.api().get("/organization-imports/" + mine.path("id").asString() + path).expect(404, "not-found");
		}
		assertThat(this.imports.read(UUID.fromString(theirs.path("id").asString())).path("createdBy"))
			.isEqualTo(theirs.path("createdBy"));
		assertThat(this.imports.api().get("/organization-imports?state=SUCCEEDED&limit=2").expect(200).path("items"))
			.isNotEmpty();
	}

	private Api.Answer submit(Workbooks workbook, Path folder) throws IOException {
		return this.imports.submit("", Files.readAllBytes(workbook.write(folder)));
	}

	private static byte[] csv(String content) {
		return content.getBytes(StandardCharsets.UTF_8);
	}

}
