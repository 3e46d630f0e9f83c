package cn.yigongti.platform.permission;

import java.time.Duration;
import java.util.List;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.cloud.openfeign.EnableFeignClients;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@Configuration(proxyBeanMethods = false)
public class PermissionConfiguration {

	@Bean
	DeclaredPermissions declaredPermissions() {
		return DeclaredPermissions.ofThisService();
	}

	@Bean
	UndeclaredPermissions undeclaredPermissions(
			@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping operations,
			DeclaredPermissions declared) {
		return new UndeclaredPermissions(operations, declared);
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnProperty("yigongti.token-uri")
	@EnableFeignClients(clients = PermissionDeclarations.class)
	static class Declaring {

		@Bean
		@ConditionalOnMissingBean
		PermissionRegister permissionRegister(PermissionDeclarations declarations) {
			return (service, permissions) -> declarations.declare(service,
					new PermissionDeclarations.Declaration(List.copyOf(permissions)));
		}

		@Bean
		DeclarePermissions declarePermissions(@Value("${spring.application.name}") String service,
				DeclaredPermissions declared, PermissionRegister register) {
			return new DeclarePermissions(service, declared, register, Duration.ofSeconds(1));
		}

	}

}
