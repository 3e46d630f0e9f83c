package cn.yigongti.cloudhis;

import java.io.IOException;
import java.net.URI;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLContext;

import cn.yigongti.cloudhis.CloudHisUnavailable.Reason;
import cn.yigongti.platform.outbound.HostNames;
import cn.yigongti.platform.outbound.OutboundGuard;
import cn.yigongti.platform.outbound.OutboundProperties;
import cn.yigongti.platform.outbound.call.OutboundClients;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.util.unit.DataSize;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CloudHisTests {

	private static final String ONE_USER = """
			{"content":[{"userId":"17","loginName":"zhangsan","name":"张三","gender":"1","mobile":"13800000001",
			"orgCode":"H1","deptCode":"03","deptName":"内科","staffType":"DOCTOR","title":"主治医师","enabled":true,
			"updatedAt":"2026-11-22T08:00:00Z","nickname":"三"}],"totalElements":1,"last":true,"sort":"none"}""";

	@RegisterExtension
	static final WireMockExtension HIS = WireMockExtension.newInstance()
		.options(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"))
		.build();

	private final List<CloudHis> clients = new ArrayList<>();

	private Duration timeLimit = Duration.ofSeconds(10);

	private GuardedCalls calls = new GuardedCalls(properties(3, 20));

	@AfterEach
	void stop() throws IOException {
		for (CloudHis client : this.clients) {
			client.close();
		}
	}

	@Test
	void readsAPageAndLeavesOutWhatWasNotAgreed() {
		HIS.stubFor(get(anyUrl()).willReturn(okJson(ONE_USER)));

		HisUserPage page = cloudHis().users(his(), 2, 500, Instant.parse("2026-11-01T00:00:00Z"));

		assertThat(page.last()).isTrue();
		assertThat(page.content()).singleElement().satisfies((user) -> {
			assertThat(user.userId()).isEqualTo("17");
			assertThat(user.name()).isEqualTo("张三");
			assertThat(user.enabled()).isTrue();
		});
		HIS.verify(getRequestedFor(urlPathEqualTo("/his/api/users")).withQueryParam("page", equalTo("2"))
			.withQueryParam("size", equalTo("500"))
			.withQueryParam("updatedSince", equalTo("2026-11-01T00:00:00Z"))
			.withHeader("Authorization", absent()));
	}

	@Test
	void asksForEverybodyWithoutAWatermark() {
		HIS.stubFor(get(anyUrl()).willReturn(okJson(ONE_USER)));

		cloudHis().users(his(), 0, 500, null);

		HIS.verify(getRequestedFor(urlPathEqualTo("/his/api/users")).withQueryParam("updatedSince", absent()));
	}

	@Test
	void asksAgainAfterAPassingFailure() {
		HIS.stubFor(get(anyUrl()).inScenario("recovery").willReturn(serverError()).willSetStateTo("broken"));
		HIS.stubFor(get(anyUrl()).inScenario("recovery")
			.whenScenarioStateIs("broken")
			.willReturn(okJson("{\"content\":[{"))
			.willSetStateTo("well"));
		HIS.stubFor(get(anyUrl()).inScenario("recovery").whenScenarioStateIs("well").willReturn(okJson(ONE_USER)));

		assertThat(cloudHis().users(his(), 0, 500, null).content()).hasSize(1);
	}

	@Test
	void givesUpWithTheReasonAfterTheLastAttempt() {
		HIS.stubFor(get(anyUrl()).willReturn(status(503)));

		assertFails(Reason.FAILED);
		HIS.verify(3, getRequestedFor(anyUrl()));
	}

	@Test
	void doesNotRepeatWhatTheHisRefuses() {
		HIS.stubFor(get(anyUrl()).willReturn(status(403)));

		assertFails(Reason.REFUSED);
		HIS.verify(1, getRequestedFor(anyUrl()));
	}

	@Test
	void followsNoRedirectToAnotherAddress() {
		HIS.stubFor(get(urlPathEqualTo("/his/api/users"))
			.willReturn(aResponse().withStatus(302).withHeader("Location", HIS.url("/elsewhere"))));

		assertFails(Reason.REFUSED);
		HIS.verify(0, getRequestedFor(urlPathEqualTo("/elsewhere")));
	}

	@Test
	void asksNobodyWhomTheOperatorDidNotList() {
		assertThatExceptionOfType(CloudHisUnavailable.class)
			.isThrownBy(() -> cloudHis("his.example.cn").users(his(), 0, 500, null))
			.satisfies((failure) -> assertThat(failure.reason()).isEqualTo(Reason.NOT_ALLOWED));
		HIS.verify(0, getRequestedFor(anyUrl()));
	}

	@ParameterizedTest
	@EnumSource(value = Fault.class, names = { "CONNECTION_RESET_BY_PEER", "EMPTY_RESPONSE" })
	void tellsABrokenConnection(Fault fault) {
		HIS.stubFor(get(anyUrl()).willReturn(aResponse().withFault(fault)));

		assertFails(Reason.UNREACHABLE);
	}

	@Test
	void tellsAnAnswerThatIsNoPage() {
		HIS.stubFor(get(anyUrl()).willReturn(okJson("{\"error\":0}")));

		assertFails(Reason.UNREADABLE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"content\":[],\"totalElements\":7,\"last\":false}",
			"{\"content\":[],\"totalElements\":7,\"last\":true}" })
	void asksAgainForAPageThatCanNotBePartOfAList(String broken) {
		HIS.stubFor(get(anyUrl()).inScenario("recovery").willReturn(okJson(broken)).willSetStateTo("well"));
		HIS.stubFor(get(anyUrl()).inScenario("recovery").whenScenarioStateIs("well").willReturn(okJson(ONE_USER)));

		assertThat(cloudHis().users(his(), 0, 500, null).content()).hasSize(1);
	}

	@Test
	void looksUpOneUser() {
		HIS.stubFor(get(anyUrl()).willReturn(okJson(ONE_USER)));

		assertThat(cloudHis().user(his(), "17")).map(HisUser::name).contains("张三");
		HIS.verify(getRequestedFor(urlPathEqualTo("/his/api/users")).withQueryParam("userId", equalTo("17")));
	}

	@Test
	void tellsThatAUserIsNotThere() {
		HIS.stubFor(get(anyUrl()).willReturn(okJson("{\"content\":[],\"totalElements\":0,\"last\":true}")));

		assertThat(cloudHis().user(his(), "17")).isEmpty();
	}

	@Test
	void doesNotTakeTheAnswerOfAHisThatSelectsNothingForANo() {
		HIS.stubFor(get(anyUrl()).willReturn(okJson(ONE_USER)));

		assertThatExceptionOfType(CloudHisUnavailable.class).isThrownBy(() -> cloudHis().user(his(), "18"))
			.satisfies((failure) -> assertThat(failure.reason()).isEqualTo(Reason.NOT_SUPPORTED));
	}

	@Test
	void repeatsNoLookUpForSomebodyWaits() {
		HIS.stubFor(get(anyUrl()).willReturn(status(503)));

		assertThatExceptionOfType(CloudHisUnavailable.class).isThrownBy(() -> cloudHis().user(his(), "17"));
		HIS.verify(1, getRequestedFor(anyUrl()));
	}

	@Test
	void readsNoMoreThanAgreed() {
		HIS.stubFor(get(anyUrl()).willReturn(okJson(ONE_USER + " ".repeat(70_000))));

		assertFails(Reason.UNREADABLE);
	}

	@Test
	void waitsNoLongerThanTheTimeLimitEvenWhenTheAnswerDrips() {
		this.calls = new GuardedCalls(properties(1, 20));
		this.timeLimit = Duration.ofMillis(200);
		HIS.stubFor(get(anyUrl()).willReturn(okJson(ONE_USER).withChunkedDribbleDelay(100, 30_000)));

		assertFails(Reason.TIMED_OUT);
	}

	@Test
	void stopsAskingAHisThatKeepsFailing() {
		this.calls = new GuardedCalls(properties(1, 4));
		HIS.stubFor(get(anyUrl()).willReturn(serverError()));
		for (int call = 0; call < 4; call++) {
			assertFails(Reason.FAILED);
		}

		assertFails(Reason.SUSPENDED);
		HIS.verify(4, getRequestedFor(anyUrl()));
	}

	@Test
	void asksAHisOnlySoManyThingsAtOnce() throws Exception {
		CountDownLatch underWay = new CountDownLatch(2);
		CountDownLatch answer = new CountDownLatch(1);
		try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
			Future<?> first = callers.submit(() -> this.calls.call(his(), () -> waitFor(underWay, answer)));
			Future<?> second = callers.submit(() -> this.calls.call(his(), () -> waitFor(underWay, answer)));
			assertThat(underWay.await(10, TimeUnit.SECONDS)).isTrue();

			assertFails(Reason.BUSY);
			answer.countDown();
			assertThat(first.get()).isEqualTo("answer");
			assertThat(second.get()).isEqualTo("answer");
		}
	}

	private static String waitFor(CountDownLatch underWay, CountDownLatch answer) {
		try {
			underWay.countDown();
			answer.await();
			return "answer";
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return "interrupted";
		}
	}

	private void assertFails(Reason reason) {
		assertThatExceptionOfType(CloudHisUnavailable.class).isThrownBy(() -> cloudHis().users(his(), 0, 500, null))
			.satisfies((failure) -> assertThat(failure.reason()).isEqualTo(reason));
	}

	private CloudHis cloudHis() {
		return cloudHis("localhost:*");
	}

	private CloudHis cloudHis(String allowedHost) {
		OutboundGuard guard = new OutboundGuard(
				new OutboundProperties(List.of(allowedHost), List.of("127.0.0.0/8"), null), HostNames.ofSystem());
		try {
			OutboundClients outbound = new OutboundClients(guard, SSLContext.getDefault());
			CloudHis client = new CloudHis(outbound.client(properties(3, 20).limits()),
					outbound.client(properties(3, 20).lookupLimits()), this.calls);
			this.clients.add(client);
			return client;
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static URI his() {
		return URI.create(HIS.url("/his"));
	}

	private CloudHisProperties properties(int attempts, int failuresToSuspend) {
		return new CloudHisProperties(Duration.ofSeconds(2), this.timeLimit, this.timeLimit, this.timeLimit, attempts,
				Duration.ofMillis(1), 2, DataSize.ofKilobytes(64), failuresToSuspend, Duration.ofMinutes(1));
	}

}
