package cn.yigongti.consultation.print.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import cn.yigongti.consultation.ConsultationServiceTest;
import cn.yigongti.consultation.attachment.StoredConsultations;
import cn.yigongti.consultation.consultation.Consultation;
import cn.yigongti.consultation.consultation.ConsultationStatus;
import cn.yigongti.consultation.consultation.Consultations;
import cn.yigongti.patient.PatientSeal;
import cn.yigongti.platform.test.TestTokens;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@ConsultationServiceTest
class PrintApiTests {

	private final RestTestClient http;

	private final JdbcClient jdbc;

	private final MeterRegistry meters;

	private final StoredConsultations stored;

	private final Consultation consultation;

	PrintApiTests(RestTestClient http, JdbcClient jdbc, MeterRegistry meters, Consultations consultations,
			PatientSeal seal) {
		this.http = http;
		this.jdbc = jdbc;
		this.meters = meters;
		this.stored = new StoredConsultations(consultations, jdbc, seal);
		this.consultation = this.stored.at(ConsultationStatus.REPORTED);
	}

	@Test
	void printsEverythingThatWasAskedAndAnswered() throws IOException {
		report(1, "右肺上叶见结节，直径约 12mm。", null, false);
		byte[] pdf = print(applicant(), 1, "");
		String text = textOf(pdf);
		assertThat(text).contains("会诊目的", "病情摘要", "初步诊断", "检查所见", "会诊意见", "建议", "报告医生", "审核医生", "县人民医院", "远程会诊报告",
				this.consultation.consultationNumber(), "第 1 版", "影像会诊", "常规", "临江镇卫生院", "李刚（全科）", "影像科", "明确诊断",
				"咳嗽三天，加重一天", "急性支气管炎（J20.900）", "右肺上叶见结节，直径约 12mm。", "考虑良性", "三个月后复查", "王主任", "2026-03-01 09:30", "赵主任",
				"2026-03-01 10:00", "第 1 / 1 页");
		assertThat(text).doesNotContain("危急值】", "取代", "修订说明");
		try (PDDocument document = Loader.loadPDF(pdf)) {
			assertThat(document.getPage(0).getMediaBox().getWidth()).isBetween(595f, 595.5f);
			assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("zh-CN");
			assertThat(document.getDocumentInformation().getTitle())
				.isEqualTo("远程会诊报告 " + this.consultation.consultationNumber());
			assertThat(document.getDocumentCatalog().getMetadata()).isNotNull();
		}
	}

	@Test
	void embedsAllFontsAndOnlyWhatItNeedsOfThem() throws IOException {
		report(1, "未见异常", null, false);
		byte[] pdf = print(applicant(), 1, "");
		List<PDFont> fonts = new ArrayList<>();
		try (PDDocument document = Loader.loadPDF(pdf)) {
			for (PDPage page : document.getPages()) {
				for (COSName name : page.getResources().getFontNames()) {
					fonts.add(page.getResources().getFont(name));
				}
			}
			assertThat(fonts).isNotEmpty()
				.allMatch(PDFont::isEmbedded)
				.allMatch((font) -> font.getName().contains("+"));
		}
		assertThat(pdf).hasSizeLessThan(500_000);
	}

	@Test
	void masksThePatientUnlessSomebodyWhoMaySaysWhy() throws IOException {
		report(1, "未见异常", null, false);
		assertThat(textOf(print(applicant(), 1, ""))).contains("张**", "500229********0019").doesNotContain("张䶮丰");
		String open = textOf(print(unmasking(), 1, "?unmask=true&reason=give it to the patient"));
		assertThat(open).contains("张䶮丰", "500229190001010019");
		assertThat(status(applicant(), 1, "?unmask=true&reason=x")).isEqualTo(403);
		assertThat(status(unmasking(), 1, "?unmask=true")).isEqualTo(400);
		assertThat(trail()).isEqualTo(List.of("consultation:print-report", "consultation:print-report",
				"consultation:unmask give it to the patient"));
	}

	@Test
	void doesNotExistForStrangersNorBeforeItIsSigned() {
		report(1, "未见异常", null, false);
		TestTokens stranger = TestTokens.user().mayInConsortium(UUID.randomUUID(), "consultation:read");
		assertThat(status(stranger, 1, "")).isEqualTo(404);
		assertThat(status(applicant(), 2, "")).isEqualTo(404);
		assertThat(status(applicant(), 0, "")).isEqualTo(404);
		assertThat(trail()).isEmpty();
	}

	@Test
	void saysOnEveryPageThatANewerVersionHolds() throws IOException {
		report(1, "右肺结节。".repeat(800), null, false);
		report(2, "左肺结节。", "左右写反", true);
		byte[] first = print(applicant(), 1, "");
		for (int page = 1; page <= pages(first); page++) {
			assertThat(textOf(first, page)).contains("已被第 2 版取代");
		}
		String second = textOf(print(applicant(), 2, ""));
		assertThat(second).contains("第 2 版", "修订说明（第 2 版）", "左右写反", "【危急值】").doesNotContain("取代");
	}

	@Test
	void goesOnOverAsManyPagesAsItTakes() throws IOException {
		String sentence = "双肺纹理清晰，右肺上叶见一结节影，大小约12mm×10mm，边界清楚，密度均匀（CT值35HU）；纵隔未见肿大淋巴结。";
		report(1, sentence.repeat(100) + "\n\n结束", null, false);
		byte[] pdf = print(applicant(), 1, "");
		int pages = pages(pdf);
		assertThat(pages).isGreaterThan(3);
		for (int page = 1; page <= pages; page++) {
			assertThat(textOf(pdf, page)).contains("第 %d / %d 页".formatted(page, pages),
					this.consultation.consultationNumber());
		}
		String text = textOf(pdf);
		assertThat(text.replaceAll("\\s", "").split("纵隔未见肿大淋巴结", -1)).hasSizeGreaterThan(95);
		assertThat(text.lines()).noneMatch((line) -> line.matches("[，。；：）、].*"))
			.noneMatch((line) -> line.endsWith("（"));
	}

	@Test
	void neverLosesARareCharacter() throws IOException {
		double before = missing();
		report(1, "㛃𠮷䲜𫖯 é 罕见字", null, false);
		assertThat(textOf(print(applicant(), 1, ""))).contains("㛃𠮷䲜𫖯 é 罕见字");
		assertThat(missing()).isEqualTo(before);
		report(2, "甲😀乙\uE000丙\u0628丁", "x", false);
		assertThat(textOf(print(applicant(), 2, ""))).contains("甲□乙□丙□丁");
		assertThat(missing()).isEqualTo(before + 3);
	}

	private double missing() {
		return this.meters.get("yigongti.consultation.print.missing.characters").counter().count();
	}

	private void report(int version, String findings, @Nullable String reason, boolean critical) {
		this.jdbc
			.sql("""
					insert into consultation_report (id, consultation_id, version, findings, opinion, advice, critical_value,
						doctor_id, doctor_name, reviewer_id, reviewer_name, reviewed_at, source, amendment_reason, signed_at,
						recorded_at)
					values (:id, :consultation, :version, :findings, '考虑良性', '三个月后复查', :critical, :doctor, '王主任', :reviewer,
						'赵主任', '2026-03-01T02:00:00Z', 'CENTER', :reason, '2026-03-01T01:30:00Z', now())""")
			.param("id", UUID.randomUUID())
			.param("consultation", this.consultation.id())
			.param("version", version)
			.param("findings", findings)
			.param("critical", critical)
			.param("doctor", this.stored.reporter)
			.param("reviewer", UUID.randomUUID())
			.param("reason", reason)
			.update();
	}

	private TestTokens applicant() {
		return TestTokens.user()
			.of(this.stored.applicant.id())
			.mayInOrganization(this.stored.applicant.id(), "consultation:read");
	}

	private TestTokens unmasking() {
		return TestTokens.user()
			.of(this.stored.applicant.id())
			.mayInOrganization(this.stored.applicant.id(), "consultation:read", "consultation:unmask");
	}

	private byte[] print(TestTokens caller, int version, String query) {
		var result = call(caller, version, query).expectStatus()
			.isOk()
			.expectHeader()
			.contentType("application/pdf")
			.expectHeader()
			.value(HttpHeaders.CACHE_CONTROL, (value) -> assertThat(value).contains("no-store"))
			.returnResult(byte[].class);
		assertThat(result.getResponseHeaders().getContentDisposition().getFilename())
			.isEqualTo("远程会诊报告-%s-v%d.pdf".formatted(this.consultation.consultationNumber(), version));
		byte[] body = result.getResponseBody();
		assertThat(body).isNotNull();
		return body;
	}

	private int status(TestTokens caller, int version, String query) {
		return call(caller, version, query).returnResult(byte[].class).getStatus().value();
	}

	private RestTestClient.ResponseSpec call(TestTokens caller, int version, String query) {
		return this.http.get()
			.uri("/api/v1/consultations/" + this.consultation.id() + "/reports/" + version + "/pdf" + query)
			.header(HttpHeaders.AUTHORIZATION, caller.bearer())
			.exchange();
	}

	private List<String> trail() {
		return this.jdbc.sql("""
				select action || coalesce(' ' || reason, '') from audit_event
				where resource_id = :id and resident_hash is not null and result = 'SUCCESS' order by id""")
			.param("id", this.consultation.id().toString())
			.query(String.class)
			.list();
	}

	private static int pages(byte[] pdf) throws IOException {
		try (PDDocument document = Loader.loadPDF(pdf)) {
			return document.getNumberOfPages();
		}
	}

	private static String textOf(byte[] pdf) throws IOException {
		try (PDDocument document = Loader.loadPDF(pdf)) {
			return new PDFTextStripper().getText(document);
		}
	}

	private static String textOf(byte[] pdf, int page) throws IOException {
		try (PDDocument document = Loader.loadPDF(pdf)) {
			PDFTextStripper stripper = new PDFTextStripper();
			stripper.setStartPage(page);
			stripper.setEndPage(page);
			return stripper.getText(document);
		}
	}

}
