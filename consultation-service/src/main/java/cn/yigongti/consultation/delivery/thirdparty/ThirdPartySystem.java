package cn.yigongti.consultation.delivery.thirdparty;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.net.ssl.SSLException;

import cn.yigongti.platform.outbound.AddressRefused;
import cn.yigongti.platform.outbound.OutboundAddress;
import cn.yigongti.platform.outbound.OutboundGuard;
import cn.yigongti.platform.outbound.call.AnswerTooLarge;
import cn.yigongti.platform.outbound.call.OutboundClient;
import feign.Request;
import feign.Response;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Speaks to third-party systems, at addresses that somebody typed in. The client is
 * guarded, and carries nothing of our identity.
 */
public class ThirdPartySystem implements AutoCloseable {

	private static final String PATH = "/api/consultations";

	private final OutboundGuard guard;

	private final OutboundClient client;

	private final JsonMapper json;

	private final Answers answers;

	public ThirdPartySystem(OutboundGuard guard, OutboundClient client, JsonMapper json, Clock clock) {
		this.guard = guard;
		this.client = client;
		this.json = json;
		this.answers = new Answers(json, clock);
	}

	/**
	 * Where submissions go, given the address of the system.
	 * @throws AddressRefused when nothing may go there
	 */
	public Destination at(String address) {
		OutboundAddress base = this.guard.read(address);
		return new Destination(URI.create(base + PATH), base.host() + ":" + base.port());
	}

	/** Makes one attempt, which ends in time. */
	public Outcome send(Destination destination, SubmittedConsultation submission) {
		Request request = Request.create(Request.HttpMethod.POST, destination.uri().toString(),
				headers(submission.deliveryId()), this.json.writeValueAsBytes(submission), StandardCharsets.UTF_8,
				null);
		try (Response response = this.client.execute(request, new Request.Options())) {
			return this.answers.read(response.status(), first(response, "Retry-After"), body(response),
					submission.deliveryId());
		}
		catch (AddressRefused ex) {
			return Outcome.addressRefused();
		}
		catch (SocketTimeoutException ex) {
			return Outcome.passing("timeout");
		}
		catch (AnswerTooLarge ex) {
			return Outcome.passing("answer-too-large");
		}
		catch (ConnectException | NoRouteToHostException | UnknownHostException | SSLException ex) {
			return Outcome.passing("connect");
		}
		catch (IOException ex) {
			return Outcome.passing("broken-off");
		}
	}

	private static Map<String, Collection<String>> headers(UUID deliveryId) {
		return Map.of("Content-Type", List.of("application/json;charset=UTF-8"), "Accept", List.of("application/json"),
				"X-Delivery-Id", List.of(deliveryId.toString()), "Idempotency-Key", List.of(deliveryId.toString()));
	}

	private static @Nullable String first(Response response, String header) {
		return response.headers().getOrDefault(header, List.of()).stream().findFirst().orElse(null);
	}

	private static byte[] body(Response response) throws IOException {
		return (response.body() != null) ? response.body().asInputStream().readAllBytes() : new byte[0];
	}

	@Override
	public void close() throws IOException {
		this.client.close();
	}

}
