package cn.yigongti.cloudhis.probe;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.List;
import java.util.Map;

import javax.net.ssl.SSLPeerUnverifiedException;

import cn.yigongti.cloudhis.probe.Failure.Kind;
import cn.yigongti.platform.outbound.AddressRefused;
import cn.yigongti.platform.outbound.call.AnswerTooLarge;
import cn.yigongti.platform.outbound.call.OutboundClient;
import cn.yigongti.platform.outbound.call.OutboundClients;
import cn.yigongti.platform.outbound.call.OutboundLimits;
import feign.Request;
import feign.Response;
import org.jspecify.annotations.Nullable;

/** Asks a HIS for one user, once. */
public class HisProbe {

	private final OutboundClients clients;

	private final OutboundLimits limits;

	public HisProbe(OutboundClients clients, OutboundLimits limits) {
		this.clients = clients;
		this.limits = limits;
	}

	/**
	 * Looks whether the HIS at a base address can be asked. Comes back within the time
	 * limit, whatever the other side does.
	 */
	public ProbeReport probe(URI his) {
		StepClock clock = new StepClock("https".equals(his.getScheme()));
		Request request = Request.create(Request.HttpMethod.GET, his + "/api/users?page=0&size=1",
				Map.of("Accept", List.of("application/json")), Request.Body.empty(), null);
		try (OutboundClient client = this.clients.client(this.limits, clock);
				Response response = client.execute(request, new Request.Options())) {
			return clock.report(failureIn(response, clock.stop()));
		}
		catch (AddressRefused ex) {
			Failure refused = Failure.of(Kind.NOT_ALLOWED, ex.flaw().code());
			return ex.isFoundByName() ? clock.report(refused) : StepClock.notBegun(refused);
		}
		catch (IOException ex) {
			return clock.report(failureOf(ex, clock.stop()));
		}
	}

	private static @Nullable Failure failureIn(Response response, Step reached) throws IOException {
		if (reached == Step.CONTRACT) {
			return PageContract.failureIn(response.body().asInputStream().readAllBytes()).orElse(null);
		}
		return Failure.of(Kind.STATUS, switch (response.status() / 100) {
			case 3 -> "status-redirect";
			case 4 -> "status-client-error";
			case 5 -> "status-server-error";
			default -> "status-unexpected";
		});
	}

	private static Failure failureOf(IOException ex, Step pending) {
		if (ex instanceof SocketTimeoutException) {
			return Failure.of(Kind.TIMEOUT, "timed-out");
		}
		return switch (pending) {
			case NAME -> Failure.of(Kind.NAME, (ex instanceof UnknownHostException) ? "name-unknown" : "name-failed");
			case CONNECT ->
				Failure.of(Kind.CONNECT, (ex instanceof ConnectException) ? "connection-refused" : "unreachable");
			case TLS -> Failure.of(Kind.TLS, reasonOfDistrust(ex));
			case STATUS -> Failure.of(Kind.STATUS, "no-answer");
			case CONTRACT -> Failure.of(Kind.CONTRACT, (ex instanceof AnswerTooLarge) ? "too-large" : "broken-off");
		};
	}

	private static String reasonOfDistrust(Throwable failure) {
		String reason = "tls-failed";
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			switch (cause) {
				case SSLPeerUnverifiedException _ -> reason = "certificate-of-another";
				case CertificateExpiredException _ -> reason = "certificate-expired";
				case CertificateNotYetValidException _ -> reason = "certificate-not-yet-valid";
				case CertPathBuilderException _, CertPathValidatorException _ -> reason = "certificate-not-trusted";
				default -> {
				}
			}
		}
		return reason;
	}

}
