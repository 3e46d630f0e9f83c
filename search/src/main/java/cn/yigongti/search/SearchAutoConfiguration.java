package cn.yigongti.search;

import cn.yigongti.platform.PlatformAutoConfiguration;
import cn.yigongti.search.index.SearchIndex;
import cn.yigongti.search.index.SearchIndexes;
import cn.yigongti.search.projection.ProjectionConfiguration;
import cn.yigongti.search.web.IndexConfiguration;
import cn.yigongti.search.query.QueryConfiguration;
import cn.yigongti.search.server.ServerConfiguration;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Switches searching on in a service that declares indexes. */
@AutoConfiguration(after = PlatformAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@Import({ ServerConfiguration.class, ProjectionConfiguration.class, QueryConfiguration.class,
		IndexConfiguration.class })
public class SearchAutoConfiguration {

	@Bean
	SearchIndexes searchIndexes(ObjectProvider<SearchIndex> declared) {
		return SearchIndexes.of(declared.stream());
	}

}
