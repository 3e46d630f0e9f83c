package cn.yigongti.platform.web;

import java.util.List;
import java.util.Locale;

import cn.yigongti.platform.audit.AuditTrail;
import cn.yigongti.platform.audit.DenialInterceptor;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.caller.CallerArgumentResolver;
import cn.yigongti.platform.caller.PermissionInterceptor;
import cn.yigongti.platform.idempotency.IdempotencyFilter;
import cn.yigongti.platform.idempotency.ReplayInterceptor;
import cn.yigongti.platform.paging.Cursors;
import cn.yigongti.platform.paging.Paging;
import cn.yigongti.platform.paging.PagingArgumentResolver;
import cn.yigongti.platform.problem.FrameworkProblems;
import cn.yigongti.platform.problem.Problems;
import cn.yigongti.platform.version.ExpectedVersion;
import cn.yigongti.platform.version.ExpectedVersionArgumentResolver;
import cn.yigongti.platform.version.MergePatch;
import cn.yigongti.platform.version.MergePatchArgumentResolver;
import cn.yigongti.platform.version.Precondition;
import cn.yigongti.platform.version.PreconditionArgumentResolver;
import io.micrometer.tracing.Tracer;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import jakarta.validation.Validator;
import org.springdoc.core.utils.SpringDocUtils;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BodyLimits.class)
@Import(FrameworkProblems.class)
public class WebConfiguration {

	static {
		SpringDocUtils.getConfig()
			.addRequestWrapperToIgnore(Caller.class, Paging.class, ExpectedVersion.class, Precondition.class,
					MergePatch.class);
	}

	@Bean
	Problems problems(MessageSource messages, ObjectProvider<Tracer> tracer, LocaleResolver localeResolver) {
		return new Problems(messages, tracer.getIfAvailable(() -> Tracer.NOOP), localeResolver);
	}

	/** Chinese unless the client asks for English. */
	@Bean
	LocaleResolver localeResolver() {
		AcceptHeaderLocaleResolver resolver = new AcceptHeaderLocaleResolver();
		resolver.setSupportedLocales(List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH));
		resolver.setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
		return resolver;
	}

	@Bean
	SimpleModule strictText() {
		return new SimpleModule("strict-text").addDeserializer(String.class, new StrictText());
	}

	@Bean
	WebMvcConfigurer platformWeb(Cursors cursors, JsonMapper json, Validator validator,
			ObjectProvider<AuditTrail> audit) {
		return new WebMvcConfigurer() {
			@Override
			public void addInterceptors(InterceptorRegistry registry) {
				audit.ifAvailable((trail) -> registry.addInterceptor(new DenialInterceptor(trail)));
				registry.addInterceptor(new PermissionInterceptor());
				registry.addInterceptor(new StrictParameters());
				registry.addInterceptor(new ReplayInterceptor());
			}

			@Override
			public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
				resolvers.add(new CallerArgumentResolver());
				resolvers.add(new PagingArgumentResolver(cursors));
				resolvers.add(new ExpectedVersionArgumentResolver());
				resolvers.add(new PreconditionArgumentResolver());
				resolvers.add(new MergePatchArgumentResolver(json, validator));
			}
		};
	}

	@Bean
	FilterRegistrationBean<RequestIds> requestIds() {
		return ordered(new RequestIds(), Ordered.HIGHEST_PRECEDENCE);
	}

	@Bean
	FilterRegistrationBean<BodyLimitFilter> bodyLimit(BodyLimits limits) {
		return ordered(new BodyLimitFilter(limits), 0);
	}

	@Bean
	FilterRegistrationBean<IdempotencyFilter> idempotency(IdempotencyFilter filter) {
		return ordered(filter, 1);
	}

	@Bean
	OpenAPI openApi(@Value("${spring.application.name}") String name) {
		return new OpenAPI().info(new Info().title("Yigongti " + name).version("v1"))
			.components(new Components().addSchemas(OpenApiConventions.PROBLEM, OpenApiConventions.problemSchema())
				.addSecuritySchemes("token",
						new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer").bearerFormat("JWT")))
			.addSecurityItem(new SecurityRequirement().addList("token"));
	}

	@Bean
	OpenApiConventions openApiConventions() {
		return new OpenApiConventions();
	}

	private static <T extends jakarta.servlet.Filter> FilterRegistrationBean<T> ordered(T filter, int order) {
		FilterRegistrationBean<T> registration = new FilterRegistrationBean<>(filter);
		registration.setOrder(order);
		return registration;
	}

}
