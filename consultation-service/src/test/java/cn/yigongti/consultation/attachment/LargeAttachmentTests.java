package cn.yigongti.consultation.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

import cn.yigongti.consultation.ConsultationServiceTest;
import cn.yigongti.consultation.consultation.ConsultationStatus;
import com.sun.management.ThreadMXBean;
import jdk.jfr.consumer.RecordingStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A file of 150 megabytes. The JVM itself says how large the largest piece of memory was
 * that anybody asked for on its way in and out: whoever kept the file, or half of it,
 * would show.
 */
@ConsultationServiceTest
@Import(AttachmentCase.class)
class LargeAttachmentTests {

	private static final int FILE_BYTES = 150 << 20;

	private static final long LARGEST_PIECE = 4 << 20;

	/** Far less than the file; what else happens in this JVM allocates, too. */
	private static final long FOR_A_FEW_BYTES = 50 << 20;

	private final AttachmentCase given;

	private final HttpClient http = HttpClient.newHttpClient();

	@LocalServerPort
	private int port;

	LargeAttachmentTests(AttachmentCase given) {
		this.given = given;
	}

	@Test
	void aLargeFileIsNeverInMemory(@TempDir Path folder) throws Exception {
		UUID consultation = this.given.consultations.at(ConsultationStatus.SUBMITTED).id();
		Path file = write(folder.resolve("large"));
		AtomicLong largest = new AtomicLong();
		JsonNode added;
		String received;
		try (RecordingStream allocations = new RecordingStream()) {
			allocations.enable("jdk.ObjectAllocationOutsideTLAB").withoutStackTrace();
			allocations.onEvent("jdk.ObjectAllocationOutsideTLAB",
					(event) -> largest.accumulateAndGet(event.getLong("allocationSize"), Math::max));
			allocations.startAsync();
			added = upload(consultation, file);
			received = sumOf(download(consultation, added.path("id").asString()));
			allocations.stop();
		}
		assertThat(added.path("sha256").asString()).isEqualTo(received).isEqualTo(sumOf(Files.newInputStream(file)));
		assertThat(largest.get()).isPositive().isLessThan(LARGEST_PIECE);
		readsNoMoreThanItIsAskedFor(consultation, added.path("id").asString(), file);
	}

	private void readsNoMoreThanItIsAskedFor(UUID consultation, String id, Path file) throws IOException {
		byte[] last = new byte[10];
		try (InputStream in = Files.newInputStream(file)) {
			in.skipNBytes(FILE_BYTES - 10);
			in.readNBytes(last, 0, 10);
		}
		ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
		long before = threads.getTotalThreadAllocatedBytes();
		AttachmentCalls.Download part = this.given.applicant(consultation).download(id, Map.of("Range", "bytes=-10"));
		assertThat(threads.getTotalThreadAllocatedBytes() - before).isLessThan(FOR_A_FEW_BYTES);
		assertThat(part.bytes()).isEqualTo(last);
	}

	private JsonNode upload(UUID consultation, Path file) throws IOException, InterruptedException {
		HttpRequest request = request(AttachmentCalls.pathOf(consultation))
			.header("Content-Type", "multipart/form-data; boundary=" + AttachmentCalls.BOUNDARY)
			.POST(HttpRequest.BodyPublishers.concat(
					HttpRequest.BodyPublishers.ofString(AttachmentCalls.head("large.dcm")),
					HttpRequest.BodyPublishers.ofFile(file),
					HttpRequest.BodyPublishers.ofString(AttachmentCalls.tail())))
			.build();
		HttpResponse<String> answer = this.http.send(request, HttpResponse.BodyHandlers.ofString());
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
		return JsonMapper.shared().readTree(answer.body());
	}

	private InputStream download(UUID consultation, String id) throws IOException, InterruptedException {
		HttpRequest request = request(AttachmentCalls.pathOf(consultation) + "/" + id + "/content").build();
		return this.http.send(request, HttpResponse.BodyHandlers.ofInputStream()).body();
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path))
			.header("Authorization", this.given.applicantToken().bearer());
	}

	private static Path write(Path path) throws IOException {
		byte[] piece = new byte[1 << 20];
		new Random(1).nextBytes(piece);
		try (OutputStream out = Files.newOutputStream(path)) {
			byte[] first = Arrays.copyOf(piece, piece.length);
			System.arraycopy(TestFiles.dicomStart(), 0, first, 0, TestFiles.dicomStart().length);
			out.write(first);
			for (int i = 1; i < FILE_BYTES / piece.length; i++) {
				piece[0] = (byte) i;
				out.write(piece);
			}
		}
		return path;
	}

	private static String sumOf(InputStream content) throws Exception {
		try (DigestInputStream in = new DigestInputStream(content, MessageDigest.getInstance("SHA-256"))) {
			in.transferTo(OutputStream.nullOutputStream());
			return HexFormat.of().formatHex(in.getMessageDigest().digest());
		}
	}

}
