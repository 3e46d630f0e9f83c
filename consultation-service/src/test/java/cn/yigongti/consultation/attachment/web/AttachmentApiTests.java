package cn.yigongti.consultation.attachment.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import cn.yigongti.consultation.ConsultationServiceTest;
import cn.yigongti.consultation.attachment.AttachmentCalls;
import cn.yigongti.consultation.attachment.AttachmentCase;
import cn.yigongti.consultation.attachment.TestFiles;
import cn.yigongti.consultation.consultation.ConsultationStatus;
import cn.yigongti.platform.test.Calls;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@ConsultationServiceTest
@Import(AttachmentCase.class)
class AttachmentApiTests {

	private static final Set<ConsultationStatus> OPEN = Set.of(ConsultationStatus.SUBMITTED,
			ConsultationStatus.ACCEPTED, ConsultationStatus.SCHEDULED, ConsultationStatus.SENT_BACK);

	private static final Set<ConsultationStatus> TAKEN_ON = Set.of(ConsultationStatus.ACCEPTED,
			ConsultationStatus.SCHEDULED);

	private final AttachmentCase given;

	private final JdbcClient jdbc;

	AttachmentApiTests(AttachmentCase given, JdbcClient jdbc) {
		this.given = given;
		this.jdbc = jdbc;
	}

	@Test
	void keepsAFileAndTellsWhoAddedIt() {
		UUID id = at(ConsultationStatus.ACCEPTED);
		AttachmentCalls applicant = this.given.applicant(id);
		Calls.Answer added = applicant.add("张三 心电图.png", TestFiles.png(1)).is(201);
		assertThat(added.headers().getLocation()).hasToString(AttachmentCalls.pathOf(id) + "/" + added.text("id"));
		assertThat(added.text("fileName")).isEqualTo("张三 心电图.png");
		assertThat(added.text("mediaType")).isEqualTo("image/png");
		assertThat(added.body().path("size").asInt()).isEqualTo(TestFiles.png(1).length);
		assertThat(added.body().path("uploadedBy").path("side").asString()).isEqualTo("APPLICANT");
		assertThat(added.body().path("uploadedBy").path("name").asString()).isEqualTo("李刚");
		this.given.center(id).add("IM0001", TestFiles.dicom(1000)).is(201);
		Calls.Answer list = this.given.regulator(id).list().is(200);
		assertThat(list.body().path("total").asInt()).isEqualTo(2);
		assertThat(list.body().path("items").get(0)).isEqualTo(added.body());
		assertThat(list.body().path("items").get(1).path("fileName").asString()).isEqualTo("IM0001.dcm");
		Calls.Answer one = applicant.one(added.text("id")).is(200);
		assertThat(one.body()).isEqualTo(added.body());
		assertThat(one.etag()).isEqualTo(added.etag());
		assertThat(applicant.download(added.text("id"), Map.of()).bytes()).isEqualTo(TestFiles.png(1));
	}

	@Test
	void keepsAFileOfSomebodyWhoseNameNobodyTells() {
		Calls.Answer added = this.given.namelessApplicant(at(ConsultationStatus.SUBMITTED))
			.add("a.pdf", TestFiles.pdf())
			.is(201);
		assertThat(added.body().path("uploadedBy").has("name")).isFalse();
	}

	@ParameterizedTest
	@EnumSource
	void takesFilesFromEachSideInItsTime(ConsultationStatus status) {
		UUID id = at(status);
		Calls.Answer ofApplicant = this.given.applicant(id).add("a.png", TestFiles.png(1));
		Calls.Answer ofCenter = this.given.center(id).add("b.png", TestFiles.png(2));
		if (OPEN.contains(status)) {
			ofApplicant.is(201);
		}
		else {
			assertThat(ofApplicant.is(409, "attachments-closed").text("detail")).contains(status.name());
		}
		if (TAKEN_ON.contains(status)) {
			ofCenter.is(201);
		}
		else {
			ofCenter.is(409, "attachments-closed");
		}
		this.given.regulator(id).add("c.png", TestFiles.png(3)).is(403, "wrong-side");
	}

	@Test
	void doesNotExistForStrangers() {
		UUID id = at(ConsultationStatus.ACCEPTED);
		String file = this.given.applicant(id).add("a.png", TestFiles.png(1)).is(201).text("id");
		AttachmentCalls stranger = this.given.stranger(id);
		stranger.list().is(404, "not-found");
		stranger.one(file).is(404, "not-found");
		assertThat(stranger.download(file, Map.of()).status()).isEqualTo(404);
		stranger.add("b.png", TestFiles.png(2)).is(404, "not-found");
		stranger.remove(file, "?reason=x").is(404, "not-found");
		this.given.applicant(at(ConsultationStatus.ACCEPTED)).one(file).is(404, "not-found");
		this.given.applicant(UUID.randomUUID()).list().is(404, "not-found");
	}

	@Test
	void refusesWhatIsNotWhatItsNameSays() {
		UUID id = at(ConsultationStatus.SUBMITTED);
		long before = this.given.largeObjects();
		AttachmentCalls applicant = this.given.applicant(id);
		applicant.add("a.png", TestFiles.text("<html><script>alert(1)</script>")).is(415, "unsupported-file");
		applicant.add("a.png", new byte[0]).is(415, "unsupported-file");
		applicant.add("a.pdf", TestFiles.zip()).is(415, "unsupported-file");
		assertThat(applicant.add("../../x/a.html", TestFiles.jpeg()).is(201).text("fileName")).isEqualTo("a.html.jpg");
		assertThat(this.given.largeObjects()).isEqualTo(before + 1);
	}

	@Test
	void needsAFile() {
		AttachmentCalls applicant = this.given.applicant(at(ConsultationStatus.SUBMITTED));
		applicant.post(TestFiles.text("--" + AttachmentCalls.BOUNDARY + "--\r\n")).is(422).blames("/file", "required");
	}

	@Test
	void refusesTheSameFileTwiceAndSaysWhichItIs() {
		UUID id = at(ConsultationStatus.ACCEPTED);
		long before = this.given.largeObjects();
		String first = this.given.applicant(id).add("a.png", TestFiles.png(1)).is(201).text("id");
		Calls.Answer again = this.given.center(id).add("b.png", TestFiles.png(1)).is(409, "duplicate-attachment");
		assertThat(again.text("attachmentId")).isEqualTo(first);
		assertThat(this.given.largeObjects()).isEqualTo(before + 1);
		this.given.applicant(at(ConsultationStatus.ACCEPTED)).add("a.png", TestFiles.png(1)).is(201);
	}

	@Test
	void takesTwentyFilesOfBothSidesAndNoMore() {
		UUID id = at(ConsultationStatus.ACCEPTED);
		String last = "";
		for (int i = 0; i < 20; i++) {
			AttachmentCalls side = (i % 2 == 0) ? this.given.applicant(id) : this.given.center(id);
			last = side.add("a.png", TestFiles.png(i)).is(201).text("id");
		}
		this.given.applicant(id).add("a.png", TestFiles.png(99)).is(409, "attachment-limit");
		this.given.center(id).remove(last, "?reason=wrong").is(204);
		this.given.applicant(id).add("a.png", TestFiles.png(99)).is(201);
	}

	@Test
	void refusesAPictureOfMoreThanTwentyMegabytes() {
		AttachmentCalls applicant = this.given.applicant(at(ConsultationStatus.SUBMITTED));
		byte[] large = TestFiles.joined(TestFiles.jpeg(), new byte[20 << 20]);
		Calls.Answer refused = applicant.add("a.jpg", large).is(413, "attachment-too-large");
		assertThat(refused.text("detail")).contains("JPEG", "20");
		applicant.add("a.dcm", TestFiles.dicom(21 << 20)).is(201);
	}

	@Test
	void removesAFileOnlyForItsSideAndKeepsItAllTheSame() {
		UUID id = at(ConsultationStatus.ACCEPTED);
		String file = this.given.applicant(id).add("a.png", TestFiles.png(1)).is(201).text("id");
		this.given.center(id).remove(file, "?reason=x").is(403, "wrong-side");
		this.given.applicant(id).remove(file, "").is(400, "invalid-parameter");
		this.given.applicant(id).remove(file, "?reason=").is(400, "invalid-parameter");
		this.given.applicant(id).remove(file, "?reason=" + "x".repeat(201)).is(400, "invalid-parameter");
		long contents = this.given.largeObjects();
		this.given.applicant(id).remove(file, "?reason=wrong patient").is(204);
		this.given.applicant(id).remove(file, "?reason=again").is(404, "not-found");
		this.given.applicant(id).one(file).is(404, "not-found");
		assertThat(this.given.applicant(id).download(file, Map.of()).status()).isEqualTo(404);
		assertThat(this.given.applicant(id).list().is(200).body().path("total").asInt()).isZero();
		assertThat(this.given.largeObjects()).isEqualTo(contents);
		assertThat(this.jdbc.sql("select removal_reason from consultation_attachment where id = :id")
			.param("id", UUID.fromString(file))
			.query(String.class)
			.single()).isEqualTo("wrong patient");
		this.given.applicant(id).add("a.png", TestFiles.png(1)).is(201);
	}

	@Test
	void keepsWhatWasReportedOn() {
		UUID id = at(ConsultationStatus.ACCEPTED);
		String file = this.given.applicant(id).add("a.png", TestFiles.png(1)).is(201).text("id");
		this.jdbc.sql("""
				update consultation set status = 'CANCELLED', ended_at = now(), end_reason = 'x' where id = :id""")
			.param("id", id)
			.update();
		this.given.applicant(id).remove(file, "?reason=x").is(409, "attachments-closed");
		assertThat(this.given.center(id).download(file, Map.of()).status()).isEqualTo(200);
	}

	@Test
	void recordsWhoDidWhatAndNeverANameOfAFile() {
		UUID id = at(ConsultationStatus.ACCEPTED);
		AttachmentCalls applicant = this.given.applicant(id);
		String file = applicant.add("张三丰.png", TestFiles.png(1)).is(201).text("id");
		applicant.list().is(200);
		applicant.one(file).is(200);
		applicant.download(file, Map.of());
		applicant.download(file, Map.of("Range", "bytes=10-19"));
		applicant.remove(file, "?reason=wrong").is(204);
		assertThat(this.given.trail(id)).isEqualTo(List.of("consultation:add-attachment attachment " + file,
				"consultation:list-attachments", "consultation:read-attachment attachment " + file,
				"consultation:download-attachment attachment " + file,
				"consultation:download-attachment attachment " + file,
				"consultation:remove-attachment attachment " + file));
		assertThat(this.jdbc.sql("select to_jsonb(a)::text from audit_event a").query(String.class).list())
			.noneMatch((entry) -> entry.contains("张三丰"));
		assertThat(this.jdbc.sql("select to_jsonb(a)::text from consultation_attachment a").query(String.class).list())
			.noneMatch((row) -> row.contains("张三丰"));
	}

	private UUID at(ConsultationStatus status) {
		return this.given.consultations.at(status).id();
	}

}
