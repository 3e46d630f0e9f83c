package cn.yigongti.search.query;

import java.time.Duration;

import cn.yigongti.search.index.SearchIndexes;
import cn.yigongti.search.projection.Backlogs;
import cn.yigongti.search.server.SearchProperties;
import cn.yigongti.search.server.SearchServer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class QueryConfiguration {

	private static final Duration SUSPENSION = Duration.ofSeconds(5);

	@Bean
	Search search(SearchIndexes indexes, ObjectProvider<SearchServer> server, Backlogs backlogs,
			SearchProperties properties) {
		return new Search(indexes.byName(),
				new GuardedSearch(server.getIfAvailable(), backlogs, properties.maxLag(), SUSPENSION));
	}

	@Bean
	SearchOrDatabase searchOrDatabase(ObjectProvider<MeterRegistry> meters) {
		return new SearchOrDatabase(meters.getIfAvailable(CompositeMeterRegistry::new));
	}

}
