package cn.yigongti.platform.permission;

import java.nio.charset.StandardCharsets;

import cn.yigongti.platform.caller.RequiresPermission;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

import static org.assertj.core.api.Assertions.assertThat;

class UndeclaredPermissionsTests {

	private final WebApplicationContextRunner service = new WebApplicationContextRunner()
		.withUserConfiguration(Service.class)
		.withBean(UndeclaredPermissions.class);

	@Test
	void aServiceWithAnOperationThatNeedsWhatItDoesNotDeclareDoesNotStart() {
		declaring("note: { write: [维护便条, Maintain notes] }")
			.run((context) -> assertThat(context).hasFailed().getFailure().hasMessageContaining("[note:read]"));
	}

	@Test
	void aServiceThatDeclaresWhatItsOperationsNeedStarts() {
		declaring("note: { read: [查看便条, Read notes] }").run((context) -> assertThat(context).hasNotFailed());
	}

	private WebApplicationContextRunner declaring(String yaml) {
		return this.service.withBean(DeclaredPermissions.class,
				() -> DeclaredPermissions.of(new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8))));
	}

	@EnableWebMvc
	static class Service {

		@Bean
		Notes notes() {
			return new Notes();
		}

	}

	@RestController
	static class Notes {

		@GetMapping("/notes")
		@RequiresPermission("note:read")
		String all() {
			return "";
		}

		@GetMapping("/me")
		@RequiresPermission(RequiresPermission.PLATFORM_ACCESS)
		String me() {
			return "";
		}

	}

}
