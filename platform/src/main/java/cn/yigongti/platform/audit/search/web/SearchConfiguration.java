package cn.yigongti.platform.audit.search.web;

import cn.yigongti.platform.audit.AuditTrail;
import cn.yigongti.platform.audit.chain.VerifyTrail;
import cn.yigongti.platform.audit.search.SearchTrail;
import cn.yigongti.platform.paging.Cursors;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
public class SearchConfiguration {

	@Bean
	SearchTrail searchTrail(JdbcClient jdbc) {
		return new SearchTrail(jdbc);
	}

	@Bean
	ServiceAuditController serviceAuditController(SearchTrail trail, VerifyTrail verify, AuditTrail audit,
			Cursors cursors) {
		return new ServiceAuditController(trail, verify, audit, cursors);
	}

}
