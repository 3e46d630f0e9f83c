package cn.yigongti.dev.hissimulator;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import cn.yigongti.dev.county.StaffMember;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The other side of two contracts, over real HTTP on a free port of 127.0.0.1:
 * <ul>
 * <li>{@code GET /api/users?page=0&size=500&updatedSince=…}: the users of the Cloud HIS;
 * {@code userId} and {@code loginName} select single ones</li>
 * <li>{@code POST /api/consultations} with a {@code deliveryId}, the same in the header
 * {@code X-Delivery-Id}: takes a consultation and gives a receipt with status 202, or 200
 * when it had it already; {@code GET /api/consultations/{deliveryId}}: the receipt</li>
 * </ul>
 */
public final class CloudHisSimulator implements AutoCloseable {

	private static final String USERS = "/api/users";

	private static final String CONSULTATIONS = "/api/consultations";

	private static final int LARGEST_PAGE = 500;

	private static final Duration SILENT_FOR = Duration.ofSeconds(30);

	private final CountDownLatch closing = new CountDownLatch(1);

	private final Consultations consultations = new Consultations(Clock.systemUTC());

	private final JsonMapper json = JsonMapper.builder().build();

	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	private final HttpServer server;

	private volatile List<HisUser> users = List.of();

	private volatile Faults faults = new Faults(0, 0);

	private CloudHisSimulator(HttpServer server) {
		this.server = server;
	}

	/**
	 * Starts it; the users come in the order given.
	 */
	public static CloudHisSimulator start(List<StaffMember> staff) {
		return start().has(staff.stream().map(HisUser::of).toList());
	}

	/**
	 * Starts it without users.
	 */
	public static CloudHisSimulator start() {
		try {
			HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
			CloudHisSimulator simulator = new CloudHisSimulator(server);
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
	 * From now on it has these users, in this order.
	 */
	public CloudHisSimulator has(List<HisUser> users) {
		this.users = List.copyOf(users);
		return this;
	}

	/**
	 * From now on these happen.
	 */
	public CloudHisSimulator suffers(Faults faults) {
		this.faults = faults;
		return this;
	}

	/**
	 * What stands before {@code /api/users}.
	 */
	public URI uri() {
		return URI.create("http://127.0.0.1:" + this.server.getAddress().getPort());
	}

	@Override
	public void close() {
		this.closing.countDown();
		this.server.stop(0);
		this.threads.close();
	}

	private void handle(HttpExchange exchange) throws IOException {
		try (exchange) {
			boolean users = exchange.getRequestURI().getPath().equals(USERS);
			Fault fault = users ? this.faults.next().orElse(null) : null;
			if (fault != null) {
				disturb(exchange, fault);
			}
			else {
				Answer answer = answer(exchange);
				send(exchange, answer.status(), this.json.writeValueAsBytes(answer.body()));
			}
		}
	}

	private void disturb(HttpExchange exchange, Fault fault) throws IOException {
		switch (fault) {
			case SILENCE -> sayNothing();
			case ERROR -> send(exchange, 500, this.json.writeValueAsBytes(Map.of("error", "Out of order")));
			case HANG_UP -> {
				// closed without an answer
			}
			case HALF_A_PAGE -> {
				byte[] page = this.json.writeValueAsBytes(answer(exchange).body());
				send(exchange, 200, Arrays.copyOf(page, page.length / 2));
			}
			case EARLY_END ->
				send(exchange, 200, this.json.writeValueAsBytes(new UserPage(List.of(), this.users.size(), true)));
		}
	}

	private boolean sayNothing() {
		try {
			return this.closing.await(SILENT_FOR.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return true;
		}
	}

	private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
		exchange.getResponseHeaders().set("Content-Type", "application/json;charset=UTF-8");
		exchange.sendResponseHeaders(status, body.length);
		try (OutputStream response = exchange.getResponseBody()) {
			response.write(body);
		}
	}

	private Answer answer(HttpExchange exchange) throws IOException {
		String call = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
		try {
			if (call.equals("GET " + USERS)) {
				return new Answer(200, users(Query.of(exchange.getRequestURI())));
			}
			if (call.equals("POST " + CONSULTATIONS)) {
				Consultations.Receipt receipt = this.consultations.receive(deliveryId(exchange));
				return new Answer(receipt.duplicate() ? 200 : 202, receipt);
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
		String userId = query.text("userId");
		String loginName = query.text("loginName");
		if (since == null && userId == null && loginName == null) {
			return UserPage.of(this.users, page, size);
		}
		return UserPage.of(this.users.stream()
			.filter((user) -> since == null || !user.updatedAt().isBefore(since))
			.filter((user) -> userId == null || user.userId().equals(userId))
			.filter((user) -> loginName == null || user.loginName().equals(loginName))
			.toList(), page, size);
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
		if (!deliveryId.equals(exchange.getRequestHeaders().getFirst("X-Delivery-Id"))) {
			throw new BadRequest("X-Delivery-Id must be the deliveryId");
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
