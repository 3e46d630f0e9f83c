package cn.yigongti.iam.accesschange;

import cn.yigongti.platform.accesschange.ChangeStream;
import cn.yigongti.platform.accesschange.Rounds;
import cn.yigongti.platform.redis.HasRedisAddress;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** Without a Redis there is nowhere to publish; services then say so themselves. */
@Configuration(proxyBeanMethods = false)
@Conditional(HasRedisAddress.class)
class PublishingConfiguration {

	@Bean
	Rounds publishChanges(NotedChanges noted, ChangeStream stream) {
		return new Rounds("publish-access-changes", new PublishChanges(noted, stream)::round);
	}

}
