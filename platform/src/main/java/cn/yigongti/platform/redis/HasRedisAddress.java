package cn.yigongti.platform.redis;

import java.util.stream.Stream;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * That the service was told where a Redis is. Spring Boot takes localhost for the address
 * when none is given; we don't.
 */
public class HasRedisAddress implements Condition {

	@Override
	public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
		return Stream.of("host", "url", "sentinel.master", "cluster.nodes", "cluster.nodes[0]")
			.anyMatch((name) -> context.getEnvironment().containsProperty("spring.data.redis." + name));
	}

}
