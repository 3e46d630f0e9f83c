package cn.yigongti.gateway;

import java.nio.file.Path;
import java.time.Duration;

import cn.yigongti.gateway.running.Browser;
import cn.yigongti.gateway.running.RunningGateway;
import cn.yigongti.localservers.LocalServers;
import cn.yigongti.localservers.Redis;
import cn.yigongti.localservers.RunningServers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@ExtendWith(OutputCaptureExtension.class)
class RedisOutageTests {

	private static final String[] ONE_REQUEST = { "yigongti.gateway.rate-limits.caller.requests=1",
			"yigongti.gateway.rate-limits.caller.per=1h", "yigongti.gateway.rate-limits.caller.burst=1" };

	@Test
	void startsAndServesWithoutRedis(CapturedOutput output) {
		try (RunningGateway gateway = RunningGateway.with(ONE_REQUEST[0], ONE_REQUEST[1], ONE_REQUEST[2],
				"spring.data.redis.port=1")) {
			Browser browser = gateway.browser("user-1");
			for (int i = 1; i <= 10; i++) {
				assertThat(browser.get("/api/v1/me").status()).isEqualTo(200);
				assertThat(gateway.count("yigongti.gateway.rate.limit.uncounted")).isEqualTo(i);
			}
			assertThat(output).containsOnlyOnce("requests pass without a limit");
			assertThat(gateway.browser().get("/actuator/health/readiness").status()).isEqualTo(200);
		}
	}

	@Test
	void goesOnWhenRedisGoesAndLimitsAgainWhenItIsBack(@TempDir Path folder, CapturedOutput output) {
		Redis redis;
		RunningServers servers = LocalServers.in(folder).withRedis().withoutDurability().start();
		redis = servers.redis();
		try (RunningGateway gateway = RunningGateway.with(ONE_REQUEST[0], ONE_REQUEST[1], ONE_REQUEST[2],
				"spring.data.redis.host=" + redis.host(), "spring.data.redis.port=" + redis.port(),
				"spring.data.redis.password=" + redis.password())) {
			Browser browser = gateway.browser("user-1");
			assertThat(browser.get("/api/v1/me").status()).isEqualTo(200);
			browser.get("/api/v1/me").isProblem(429, "rate-limited");

			servers.close();
			assertThat(browser.get("/api/v1/me").status()).isEqualTo(200);
			assertThat(browser.get("/api/v1/me").status()).isEqualTo(200);
			assertThat(output).containsOnlyOnce("requests pass without a limit");

			servers = LocalServers.in(folder).withRedis(redis.port()).withoutDurability().start();
			await().atMost(Duration.ofSeconds(30)).until(() -> browser.get("/api/v1/me").status() == 429);
			assertThat(output).containsOnlyOnce("requests are limited");
		}
		finally {
			servers.close();
		}
	}

}
