package cn.yigongti.consultation.delivery.thirdparty;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import cn.yigongti.platform.remote.RemoteProblem;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;

import org.springframework.cloud.openfeign.FeignClientBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/**
 * Where the third-party systems are, as the org-service says it now, own or inherited.
 * Kept for {@link #KEPT}, so that a change is followed within that time.
 */
@Component
public class Addresses {

	private static final Duration KEPT = Duration.ofSeconds(10);

	private final SystemConfigs configs;

	private final Cache<UUID, SystemConfig> kept;

	Addresses(ApplicationContext context, Clock clock) {
		this.configs = new FeignClientBuilder(context).forType(SystemConfigs.class, "org-service").build();
		this.kept = Caffeine.newBuilder()
			.expireAfterWrite(KEPT)
			.ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
			.maximumSize(2_000)
			.build();
	}

	/**
	 * The address of an applicant's third-party system, as somebody typed it in.
	 * @throws cn.yigongti.platform.remote.DependencyUnavailable when the org-service
	 * can't be asked
	 */
	public Optional<String> of(UUID organizationId) {
		@Nullable SystemConfig known = this.kept.getIfPresent(organizationId);
		if (known != null) {
			return Optional.ofNullable(known.consultationApiUrl());
		}
		SystemConfig asked = ask(organizationId);
		this.kept.put(organizationId, asked);
		return Optional.ofNullable(asked.consultationApiUrl());
	}

	private SystemConfig ask(UUID organizationId) {
		try {
			return this.configs.of(organizationId);
		}
		catch (RemoteProblem ex) {
			if (ex.isNotFound()) {
				return new SystemConfig(null);
			}
			throw ex;
		}
	}

}
