package cn.yigongti.dev.hissimulator;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import cn.yigongti.dev.county.StaffMember;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The other side of two contracts, over real HTTP on a free port of 127.0.0.1:
 * <ul>
 * <li>{@code GET /api/users?page=0&size=500&updatedSince=…}: the users of the Cloud
 * HIS</li>
 * <li>{@code POST /api/consultations} with a {@code deliveryId}: takes a consultation and
 * gives a receipt; {@code GET /api/consultations/{deliveryId}}: the receipt</li>
 * </ul>
 */
public final class CloudHisSimulator implements AutoCloseable {

	private static final String USERS = "/api/users";

	private static final String CONSULTATIONS = "/api/consultations";

	private static final int LARGEST_PAGE = 500;

	private final List<HisUser> users;

	private final Consultations consultations = new Consultations(Clock.systemUTC());

	private final JsonMapper json = JsonMapper.builder().build();

	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	private final HttpServer server;

	private CloudHisSimulator(List<HisUser> users, HttpServer server) {
		this.users = users;
		this.server = server;
	}

	/**
	 * Starts it; the users come in the order given.
	 */
	public static CloudHisSimulator start(List<StaffMember> staff) {
		try {
			HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
			CloudHisSimulator simulator = new CloudHisSimulator(staff.stream().map(HisUser::of).toList(), server);
			server.setExecutor(simulator.threads);
			server.createContext("/", simulator::handle);
			server.start();
			return simulator;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * What stands before {@code /api/users}.
	 */
	public URI uri() {
		return URI.create("http://127.0.0.1:" + this.server.getAddress().getPort());
	}

	@Override
	public void close() {
		this.server.stop(0);
		this.threads.close();
	}

	private void handle(HttpExchange exchange) throws IOException {
		try (exchange) {
			Answer answer = answer(exchange);
			byte[] body = this.json.writeValueAsBytes(answer.body());
			exchange.getResponseHeaders().set("Content-Type", "application/json;charset=UTF-8");
			exchange.sendResponseHeaders(answer.status(), body.length);
			try (OutputStream response = exchange.getResponseBody()) {
				response.write(body);
			}
		}
	}

	private Answer answer(HttpExchange exchange) throws IOException {
		String call = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
		try {
			if (call.equals("GET " + USERS)) {
				return new Answer(200, users(Query.of(exchange.getRequestURI())));
			}
			if (call.equals("POST " + CONSULTATIONS)) {
				return new Answer(202, this.consultations.receive(deliveryId(exchange)));
			}
			if (call.startsWith("GET " + CONSULTATIONS + "/")) {
				String deliveryId = call.substring(call.lastIndexOf('/') + 1);
				return found(this.consultations.receipt(deliveryId));
			}
			return error(404, "There is no " + call);
		}
		catch (BadRequest ex) {
			return error(400, String.valueOf(ex.getMessage()));
		}
	}

	private UserPage users(Query query) {
		int page = query.number("page", 0, 0, Integer.MAX_VALUE);
		int size = query.number("size", LARGEST_PAGE, 1, LARGEST_PAGE);
		Instant since = query.instant("updatedSince");
		List<HisUser> matching = (since == null) ? this.users
				: this.users.stream().filter((user) -> !user.updatedAt().isBefore(since)).toList();
		return UserPage.of(matching, page, size);
	}

	private String deliveryId(HttpExchange exchange) throws IOException {
		JsonNode submission;
		try {
			submission = this.json.readTree(exchange.getRequestBody().readAllBytes());
		}
		catch (tools.jackson.core.JacksonException ex) {
			throw new BadRequest("The body is no JSON");
		}
		String deliveryId = submission.path("deliveryId").asString("");
		if (deliveryId.isBlank()) {
			throw new BadRequest("deliveryId is missing");
		}
		return deliveryId;
	}

	private static Answer found(@Nullable Object body) {
		return (body != null) ? new Answer(200, body) : error(404, "Never received");
	}

	private static Answer error(int status, String message) {
		return new Answer(status, Map.of("error", message));
	}

	private record Answer(int status, Object body) {
	}

}
