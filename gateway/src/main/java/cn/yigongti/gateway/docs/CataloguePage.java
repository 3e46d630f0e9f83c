package cn.yigongti.gateway.docs;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Properties;

import cn.yigongti.gateway.installation.Language;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.http.CacheControl;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * A page to browse the catalogue: Swagger UI out of its web jar, with a start page of our
 * own.
 */
@Configuration(proxyBeanMethods = false)
class CataloguePage {

	private static final URI START = URI.create("/docs/index.html");

	@Bean
	RouterFunction<ServerResponse> browsableDocuments(Catalogue catalogue) throws IOException {
		return RouterFunctions.route()
			.GET("/docs", (_) -> ServerResponse.temporaryRedirect(START).build())
			.GET("/docs/", (_) -> ServerResponse.temporaryRedirect(START).build())
			.GET(Catalogue.PATH,
					(request) -> ServerResponse.ok()
						.bodyValue(new Contents(catalogue.documents(Language.of(request.headers().asHttpHeaders())))))
			.add(files(new ClassPathResource("docs/")))
			.add(files(swaggerUi()))
			.build();
	}

	private static RouterFunction<ServerResponse> files(Resource folder) {
		return RouterFunctions.resources("/docs/**", folder,
				(_, headers) -> headers.setCacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic()));
	}

	private static Resource swaggerUi() throws IOException {
		Properties jar = PropertiesLoaderUtils
			.loadProperties(new ClassPathResource("META-INF/maven/org.webjars/swagger-ui/pom.properties"));
		return new ClassPathResource("META-INF/resources/webjars/swagger-ui/" + jar.getProperty("version") + "/");
	}

	/** All of it at once: there are six, and there will not be two hundred. */
	record Contents(List<Catalogue.Document> items) {

	}

}
