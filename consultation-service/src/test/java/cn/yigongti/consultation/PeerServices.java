package cn.yigongti.consultation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import cn.yigongti.consultation.directory.Tier;
import cn.yigongti.platform.test.AdjustableClock;
import cn.yigongti.platform.test.PeerServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.noContent;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

/**
 * The org-service and the iam-service as their contract examples say they answer, with
 * whatever a test puts there.
 */
@TestConfiguration(proxyBeanMethods = false)
public class PeerServices {

	private static final JsonMapper JSON = JsonMapper.shared();

	@Bean(destroyMethod = "stop")
	PeerServer peers() {
		PeerServer server = PeerServer.started();
		server.stubFor(put(urlMatching("/api/v1/permission-declarations/.*")).willReturn(noContent()));
		return server;
	}

	@Bean
	DynamicPropertyRegistrar peerAddresses(PeerServer peers) {
		return (registry) -> List.of("org-service", "iam-service", "referral-service")
			.forEach((service) -> registry
				.add("spring.cloud.discovery.client.simple.instances.%s[0].uri".formatted(service), peers::baseUrl));
	}

	@Bean
	AdjustableClock clock() {
		return new AdjustableClock();
	}

	/** An organization as a test wants it. */
	public record Place(UUID id, String name, Tier tier, String regionCode, UUID consortium, String status) {
	}

	public static void add(PeerServer peers, Place place) {
		add(peers, place, example("org-service/organization.json"));
	}

	/** The same with a closing date. */
	public static void closing(PeerServer peers, Place place, LocalDate closedOn) {
		add(peers, place, example("org-service/organization-closing.json").put("closedOn", closedOn.toString()));
	}

	private static void add(PeerServer peers, Place place, ObjectNode organization) {
		organization.put("id", place.id().toString())
			.put("name", place.name())
			.put("tier", place.tier().name())
			.put("regionCode", place.regionCode())
			.put("consortiumId", place.consortium().toString())
			.put("status", place.status());
		peers.has("/api/v1/organizations/" + place.id(), organization);
	}

	/** Its members, which come on two pages. */
	public static void consortium(PeerServer peers, UUID id, List<Place> members) {
		int half = (members.size() + 1) / 2;
		ObjectNode first = page(members.subList(0, half)).put("nextCursor", "second");
		ObjectNode second = page(members.subList(half, members.size())).putNull("nextCursor");
		String path = "/api/v1/consortia/" + id + "/members";
		peers.has(path, first);
		peers.has(path, "second", second);
	}

	public static void doctor(PeerServer peers, UUID id, String name, UUID organization, boolean active) {
		staff(peers, id, name, "DOCTOR", organization, active);
	}

	public static void staff(PeerServer peers, UUID id, String name, String type, UUID organization, boolean active) {
		peers.has("/api/v1/users/" + id,
				example("iam-service/user.json").put("id", id.toString())
					.put("name", name)
					.put("staffType", type)
					.put("organizationId", organization.toString())
					.put("status", active ? "ACTIVE" : "INACTIVE"));
		presence(peers, id, organization, active);
	}

	/** What the doctor's HIS says of them now, which the iam-service may not know yet. */
	public static void presence(PeerServer peers, UUID id, UUID organization, boolean active) {
		peers.has("/api/v1/users/" + id + "/presence",
				example("iam-service/presence.json").put("userId", id.toString())
					.put("organizationId", organization.toString())
					.put("active", active));
	}

	public static void down(PeerServer peers, String path) {
		peers.stubFor(get(urlPathEqualTo(path)).atPriority(1).willReturn(WireMock.serverError()));
	}

	private static ObjectNode page(List<Place> members) {
		ObjectNode page = example("org-service/consortium-members.json");
		ArrayNode items = (ArrayNode) page.path("items");
		ObjectNode item = (ObjectNode) items.get(0);
		items.removeAll();
		members.forEach((place) -> items.add(item.deepCopy()
			.put("organizationId", place.id().toString())
			.put("name", place.name())
			.put("tier", place.tier().name())
			.put("regionCode", place.regionCode())
			.put("status", place.status())));
		return page;
	}

	private static ObjectNode example(String name) {
		try {
			return (ObjectNode) JSON.readTree(Files.readString(Path.of("..", "contracts", name)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
