package cn.yigongti.consultation.attachment.web;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import cn.yigongti.consultation.ConsultationServiceTest;
import cn.yigongti.consultation.attachment.AttachmentCalls;
import cn.yigongti.consultation.attachment.AttachmentCase;
import cn.yigongti.consultation.attachment.TestFiles;
import cn.yigongti.consultation.consultation.ConsultationStatus;
import cn.yigongti.platform.test.Calls;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;

import static org.assertj.core.api.Assertions.assertThat;

@ConsultationServiceTest
@Import(AttachmentCase.class)
class ContentApiTests {

	/** Over two pieces long. */
	private static final byte[] FILE = TestFiles.dicom(1_200_000 - 132);

	private final AttachmentCase given;

	private final AttachmentCalls applicant;

	private final UUID consultation;

	private final String id;

	private final String etag;

	ContentApiTests(AttachmentCase given) {
		this.given = given;
		this.consultation = given.consultations.at(ConsultationStatus.SUBMITTED).id();
		this.applicant = given.applicant(this.consultation);
		Calls.Answer added = this.applicant.add("张三 \"CT\" 胸部.dcm", FILE).is(201);
		this.id = added.text("id");
		this.etag = "\"" + added.text("sha256") + "\"";
	}

	@Test
	void sendsTheWholeFileSafely() {
		AttachmentCalls.Download whole = this.applicant.download(this.id, Map.of());
		assertThat(whole.status()).isEqualTo(200);
		assertThat(whole.bytes()).isEqualTo(FILE);
		assertThat(whole.header("ETag")).isEqualTo(this.etag);
		assertThat(whole.header("Accept-Ranges")).isEqualTo("bytes");
		assertThat(whole.header("Content-Type")).isEqualTo("application/dicom");
		assertThat(whole.header("Content-Length")).isEqualTo("1200000");
		assertThat(whole.header("X-Content-Type-Options")).isEqualTo("nosniff");
		assertThat(whole.header("Content-Security-Policy")).contains("sandbox", "default-src 'none'");
		assertThat(whole.header("Cache-Control")).contains("no-store");
		assertThat(whole.headers().getContentDisposition().isAttachment()).isTrue();
		assertThat(whole.header("Content-Disposition")).contains("filename*=UTF-8''%E5%BC%A0%E4%B8%89%20");
		assertThat(whole.headers().getContentDisposition().getFilename()).isEqualTo("张三 \"CT\" 胸部.dcm");
	}

	@ParameterizedTest
	@CsvSource({ "bytes=0-99,0,99", "bytes=100-199,100,199", "bytes=524287-1048577,524287,1048577",
			"bytes=1199990-,1199990,1199999", "bytes=1199990-9999999,1199990,1199999", "bytes=-10,1199990,1199999",
			"bytes=-9999999,0,1199999", "bytes=0-0,0,0" })
	void sendsAPart(String range, int first, int last) {
		AttachmentCalls.Download part = this.applicant.download(this.id, Map.of("Range", range));
		assertThat(part.status()).isEqualTo(206);
		assertThat(part.header("Content-Range")).isEqualTo("bytes %d-%d/1200000".formatted(first, last));
		assertThat(part.header("ETag")).isEqualTo(this.etag);
		assertThat(part.bytes()).isEqualTo(Arrays.copyOfRange(FILE, first, last + 1));
	}

	@ParameterizedTest
	@ValueSource(strings = { "bytes=1200000-", "bytes=1200000-1200001", "bytes=-0" })
	void refusesAPartBehindTheEnd(String range) {
		AttachmentCalls.Download refused = this.applicant.download(this.id, Map.of("Range", range));
		assertThat(refused.status()).isEqualTo(416);
		assertThat(refused.header("Content-Range")).isEqualTo("bytes */1200000");
		assertThat(new String(refused.bytes(), StandardCharsets.UTF_8)).contains("range-not-satisfiable");
		assertThat(downloads()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "bytes=0-1,5-6", "bytes=5-2", "bytes=a-b", "lines=1-2", "bytes" })
	void sendsEverythingWhenTheRangeIsNoneItKnows(String range) {
		AttachmentCalls.Download whole = this.applicant.download(this.id, Map.of("Range", range));
		assertThat(whole.status()).isEqualTo(200);
		assertThat(whole.bytes()).hasSameSizeAs(FILE);
		assertThat(whole.headers().containsHeader("Content-Range")).isFalse();
	}

	@Test
	void goesOnWithTheFileThatWasBegunAndNoOther() {
		Map<String, String> same = Map.of("Range", "bytes=5-9", "If-Range", this.etag);
		assertThat(this.applicant.download(this.id, same).status()).isEqualTo(206);
		for (String other : List.of("\"other\"", "W/" + this.etag, "Wed, 21 Oct 2026 07:28:00 GMT")) {
			AttachmentCalls.Download whole = this.applicant.download(this.id,
					Map.of("Range", "bytes=5-9", "If-Range", other));
			assertThat(whole.status()).as(other).isEqualTo(200);
			assertThat(whole.bytes()).hasSameSizeAs(FILE);
		}
	}

	@Test
	void saysThatItIsStillTheSame() {
		AttachmentCalls.Download same = this.applicant.download(this.id,
				Map.of("If-None-Match", this.etag, "Range", "bytes=0-9"));
		assertThat(same.status()).isEqualTo(304);
		assertThat(same.bytes()).isEmpty();
		assertThat(downloads()).isEmpty();
		assertThat(this.applicant.download(this.id, Map.of("If-None-Match", "\"other\"")).status()).isEqualTo(200);
	}

	@Test
	void describesItWithoutSendingIt() {
		AttachmentCalls.Download head = this.applicant.download(HttpMethod.HEAD, this.id, Map.of());
		assertThat(head.status()).isEqualTo(200);
		assertThat(head.header("Content-Length")).isEqualTo("1200000");
		assertThat(head.bytes()).isEmpty();
		assertThat(downloads()).isEmpty();
	}

	private List<String> downloads() {
		return this.given.trail(this.consultation)
			.stream()
			.filter((entry) -> entry.startsWith("consultation:download-attachment"))
			.toList();
	}

}
