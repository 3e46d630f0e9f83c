package cn.yigongti.search.web;

import cn.yigongti.platform.audit.AuditTrail;
import cn.yigongti.search.projection.RebuildIndexes;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class IndexConfiguration {

	@Bean
	SearchIndexController searchIndexController(RebuildIndexes indexes, AuditTrail audit,
			@Value("${spring.application.name}") String service) {
		return new SearchIndexController(indexes, audit, service);
	}

}
