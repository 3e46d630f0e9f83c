package cn.yigongti.search.projection;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

import cn.yigongti.search.change.ChangeQueue;
import cn.yigongti.search.change.ParkedRows;
import cn.yigongti.search.change.SearchChanges;
import cn.yigongti.search.index.SearchIndex;
import cn.yigongti.search.index.SearchIndexes;
import cn.yigongti.search.server.SearchProperties;
import cn.yigongti.search.server.SearchServer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
public class ProjectionConfiguration {

	@Bean
	SearchChanges searchChanges(JdbcClient jdbc, SearchIndexes indexes, ObjectProvider<SearchServer> server,
			ObjectProvider<SearchWorkers> workers) {
		return new SearchChanges(jdbc, indexes.names(), server.getIfAvailable() != null,
				(index) -> workers.ifAvailable((awake) -> awake.wake(index)));
	}

	@Bean
	Backlogs searchBacklogs(JdbcClient jdbc, PlatformTransactionManager transactions, SearchIndexes indexes,
			ObjectProvider<MeterRegistry> meters) {
		Backlogs backlogs = new Backlogs(jdbc, transactions, Duration.ofSeconds(1));
		meters.ifAvailable((registry) -> indexes.names().forEach((name) -> {
			TimeGauge
				.builder("yigongti.search.lag", backlogs, TimeUnit.MILLISECONDS, (all) -> all.of(name).lag().toMillis())
				.description("Age of the oldest change that Elasticsearch hasn't been told")
				.tag("index", name)
				.register(registry);
			gauge(registry, backlogs, "waiting", name, "Changes that Elasticsearch hasn't been told",
					(all) -> all.of(name).waiting());
			gauge(registry, backlogs, "parked", name, "Rows that can't be indexed as they are",
					(all) -> all.of(name).parked());
		}));
		return backlogs;
	}

	private static void gauge(MeterRegistry registry, Backlogs backlogs, String what, String index, String description,
			ToDoubleFunction<Backlogs> value) {
		Gauge.builder("yigongti.search." + what, backlogs, value)
			.description(description)
			.tag("index", index)
			.register(registry);
	}

	@Bean
	RebuildIndexes rebuildIndexes(JdbcClient jdbc, PlatformTransactionManager transactions, SearchIndexes indexes,
			Backlogs backlogs, ObjectProvider<SearchServer> server) {
		return new RebuildIndexes(indexes.byName(), new Rebuilds(jdbc), new LiveIndexes(jdbc), backlogs,
				new Turns(jdbc, transactions), server.getIfAvailable());
	}

	@Bean
	@ConditionalOnBean(SearchServer.class)
	SearchWorkers searchWorkers(SearchServer server, SearchProperties properties, SearchIndexes indexes,
			JdbcClient jdbc, PlatformTransactionManager transactions, Backlogs backlogs, JsonMapper json) {
		List<Upkeep> upkeeps = indexes.byName()
			.values()
			.stream()
			.map((index) -> upkeep(index, server, properties, jdbc, transactions, backlogs, json))
			.toList();
		return new SearchWorkers(upkeeps, properties.pollInterval());
	}

	@Bean
	@ConditionalOnMissingBean(SearchServer.class)
	ForgetIndexes forgetIndexes(JdbcClient jdbc, SearchIndexes indexes) {
		return new ForgetIndexes(indexes.names(), new LiveIndexes(jdbc), new ChangeQueue(jdbc));
	}

	static Upkeep upkeep(SearchIndex index, SearchServer server, SearchProperties properties, JdbcClient jdbc,
			PlatformTransactionManager transactions, Backlogs backlogs, JsonMapper json) {
		ChangeQueue queue = new ChangeQueue(jdbc);
		ParkedRows parked = new ParkedRows(jdbc);
		ReadDocuments documents = new ReadDocuments(json, transactions);
		Rebuilds rebuilds = new Rebuilds(jdbc);
		LiveIndexes live = new LiveIndexes(jdbc);
		int batch = properties.batch();
		return new Upkeep(index, new Turns(jdbc, transactions),
				new ApplyChanges(queue, parked, documents, server, batch),
				new BuildIndex(rebuilds, live, queue, parked, documents, server, batch), rebuilds, live, backlogs,
				server, batch, properties.keepOldFor());
	}

}
