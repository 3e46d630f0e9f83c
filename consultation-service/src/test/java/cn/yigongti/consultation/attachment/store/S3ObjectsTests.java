package cn.yigongti.consultation.attachment.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import cn.yigongti.consultation.ConsultationServiceTest;
import cn.yigongti.consultation.attachment.AttachmentCalls;
import cn.yigongti.consultation.attachment.AttachmentCase;
import cn.yigongti.consultation.attachment.TestFiles;
import cn.yigongti.consultation.consultation.ConsultationStatus;
import cn.yigongti.platform.test.AdjustableClock;
import cn.yigongti.platform.test.StubServer;
import com.robothy.s3.rest.LocalS3;
import com.robothy.s3.rest.bootstrap.LocalS3Mode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** An installation with an S3-compatible store, which speaks HTTP here, too. */
@ConsultationServiceTest
@Import(AttachmentCase.class)
@DirtiesContext
class S3ObjectsTests {

	private static final String BUCKET = "consultation";

	private static final LocalS3 SERVER = LocalS3.builder().port(-1).mode(LocalS3Mode.IN_MEMORY).build();

	private final AttachmentCase given;

	private final S3Client client;

	private final SweepOrphans sweeping;

	private final AdjustableClock clock;

	private final TransactionTemplate transactions;

	S3ObjectsTests(AttachmentCase given, S3Client client, SweepOrphans sweeping, AdjustableClock clock,
			TransactionTemplate transactions) {
		this.transactions = transactions;
		this.given = given;
		this.client = client;
		this.sweeping = sweeping;
		this.clock = clock;
	}

	@DynamicPropertySource
	static void store(DynamicPropertyRegistry registry) {
		SERVER.start();
		String store = "yigongti.consultation.attachments.store.s3.";
		registry.add(store + "endpoint", () -> "http://127.0.0.1:" + SERVER.getPort());
		registry.add(store + "bucket", () -> BUCKET);
		registry.add(store + "access-key", () -> "access");
		registry.add(store + "secret-key", () -> "secret");
	}

	@AfterAll
	static void stop() {
		SERVER.shutdown();
	}

	@BeforeEach
	void makeBucket() {
		this.client.createBucket((create) -> create.bucket(BUCKET));
	}

	@AfterEach
	void removeBucket() {
		keys().forEach((key) -> this.client.deleteObject((delete) -> delete.bucket(BUCKET).key(key)));
		this.client.deleteBucket((delete) -> delete.bucket(BUCKET));
	}

	@Test
	void keepsFilesThereAndReadsAnyPartOfThem() {
		byte[] file = TestFiles.dicom(3_000_000);
		AttachmentCalls applicant = this.given
			.applicant(this.given.consultations.at(ConsultationStatus.SUBMITTED).id());
		long before = this.given.largeObjects();
		String id = applicant.add("a.dcm", file).is(201).text("id");
		assertThat(keys()).singleElement().asString().startsWith("attachments/");
		assertThat(this.given.largeObjects()).isEqualTo(before);
		assertThat(applicant.download(id, Map.of()).bytes()).isEqualTo(file);
		AttachmentCalls.Download part = applicant.download(id, Map.of("Range", "bytes=-100"));
		assertThat(part.status()).isEqualTo(206);
		assertThat(part.bytes()).isEqualTo(Arrays.copyOfRange(file, file.length - 100, file.length));
	}

	/** The server of the other tests knows no ranges. */
	@Test
	void asksForNoMoreThanThePartThatIsWanted() throws IOException {
		List<String> asked = new CopyOnWriteArrayList<>();
		try (StubServer server = StubServer.start()) {
			server.behave((exchange) -> {
				asked.add(exchange.getRequestURI() + " " + exchange.getRequestHeaders().getFirst("Range"));
				exchange.getResponseHeaders().set("Content-Range", "bytes 5-7/100");
				exchange.sendResponseHeaders(206, 3);
				exchange.getResponseBody().write(TestFiles.text("abc"));
			});
			S3Properties properties = new S3Properties(URI.create("http://127.0.0.1:" + server.port()), BUCKET,
					"us-east-1", "access", "secret", "attachments/", Duration.ofDays(1));
			ByteArrayOutputStream out = new ByteArrayOutputStream();
			try (S3Client other = new S3Configuration().s3Client(properties)) {
				new S3Objects(other, properties, this.transactions).copy(StoredAt.objectKey("attachments/a"), 5, 3,
						out);
			}
			assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("abc");
		}
		assertThat(asked).containsExactly("/consultation/attachments/a bytes=5-7");
	}

	@Test
	void leavesNothingBehindWhenTheRowIsNotWritten() {
		AttachmentCalls applicant = this.given
			.applicant(this.given.consultations.at(ConsultationStatus.SUBMITTED).id());
		applicant.add("a.png", TestFiles.png(1)).is(201);
		applicant.add("b.png", TestFiles.png(1)).is(409, "duplicate-attachment");
		assertThat(keys()).hasSize(1);
	}

	@Test
	void sweepsAwayWhatHasBeenWithoutARowForADay() {
		AttachmentCalls applicant = this.given
			.applicant(this.given.consultations.at(ConsultationStatus.SUBMITTED).id());
		applicant.add("a.png", TestFiles.png(1)).is(201);
		List<String> known = keys();
		String orphan = "attachments/" + UUID.randomUUID();
		this.client.putObject((put) -> put.bucket(BUCKET).key(orphan), RequestBody.fromString("orphan"));
		this.client.putObject((put) -> put.bucket(BUCKET).key("others/file"), RequestBody.fromString("other"));
		this.sweeping.sweep();
		assertThat(keys()).hasSize(3);
		this.clock.putForward(Duration.ofHours(25));
		this.sweeping.sweep();
		assertThat(keys()).containsExactlyInAnyOrder(known.getFirst(), "others/file");
	}

	@Test
	void saysThatItIsDownWhenTheStoreIs() {
		AttachmentCalls applicant = this.given
			.applicant(this.given.consultations.at(ConsultationStatus.SUBMITTED).id());
		removeBucket();
		try {
			assertThat(applicant.add("a.png", TestFiles.png(1)).status()).isEqualTo(503);
			assertThat(applicant.list().is(200).body().path("total").asInt()).isZero();
		}
		finally {
			makeBucket();
		}
	}

	private List<String> keys() {
		return this.client.listObjectsV2((list) -> list.bucket(BUCKET)).contents().stream().map(S3Object::key).toList();
	}

}
