package cn.yigongti.consultation.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

import cn.yigongti.consultation.party.Party;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/** What makers of third-party systems are told to expect is what they get. */
@DeliveryTest
class ContractTests {

	private final ThirdParty system = ThirdParty.works();

	private final Applicants applicants;

	private final DeliveryWorker worker;

	ContractTests(Applicants applicants, DeliveryWorker worker) {
		this.applicants = applicants;
		this.worker = worker;
	}

	@BeforeEach
	void begin() {
		this.applicants.forgetAll();
	}

	@AfterEach
	void end() {
		this.applicants.forgetAll();
		this.system.close();
	}

	@Test
	void sendsASubmissionAsTheExampleSays() throws IOException {
		Party applicant = this.applicants.applicant(this.system.address());
		this.applicants.submit(applicant);
		this.worker.deliverDue();

		JsonNode sent = this.system.taken().values().iterator().next();
		JsonNode example = example("submission.json");
		assertThat(shapeOf("", sent)).isEqualTo(shapeOf("", example));
		for (String same : new String[] { "version", "submission", "type", "urgency", "patient", "department",
				"purpose", "clinicalSummary", "diagnosis" }) {
			assertThat(sent.path(same)).as(same).isEqualTo(example.path(same));
		}
		assertThat(sent.path("reportPath").asString())
			.isEqualTo("/api/v1/consultations/" + sent.path("consultationId").asString() + "/report");
		assertThat(sent.path("attachmentsPath").asString())
			.isEqualTo("/api/v1/consultations/" + sent.path("consultationId").asString() + "/attachments");
	}

	@Test
	void takesTheReceiptOfTheExampleForAConfirmation() throws IOException {
		var consultation = this.applicants.submit(this.applicants.applicant(this.system.address()));
		ObjectNode receipt = (ObjectNode) example("receipt.json");
		receipt.put("deliveryId", this.applicants.deliveryOf(consultation).id().toString());
		this.system.answer(202, receipt.toString());
		this.worker.deliverDue();
		assertThat(this.applicants.outcomesOf(consultation)).containsExactly("delivered");
	}

	/** Every field by its path, with the type of its value. */
	private static Set<String> shapeOf(String path, JsonNode node) {
		Set<String> shape = new TreeSet<>();
		shape.add(path + " " + node.getNodeType());
		node.forEachEntry((name, value) -> shape.addAll(shapeOf(path + "/" + name, value)));
		return shape;
	}

	private static JsonNode example(String name) throws IOException {
		return JsonMapper.shared()
			.readTree(Files.readString(Path.of("..", "contracts", "third-party-consultation", name)));
	}

}
