package cn.yigongti.platform.permission;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class DeclaredPermissionsTests {

	@Test
	void aServiceDeclaresItsOwnAndWhatThePlatformNeeds() {
		DeclaredPermissions declared = of("note: { read: [查看便条, Read notes] }");

		assertThat(declared.all()).contains(new Permission("note:read", "查看便条", "Read notes", false))
			.filteredOn(Permission::shared)
			.extracting(Permission::code)
			.contains("audit-event:read");
	}

	@Test
	void aServiceWithoutAFileDeclaresWhatThePlatformNeeds() {
		assertThat(DeclaredPermissions.of(new ClassPathResource("no-such-file.yml")).all()).isNotEmpty()
			.allMatch(Permission::shared);
	}

	@ParameterizedTest
	@ValueSource(strings = { "note: { read: [查看便条] }", "note: { read: 查看便条 }", "note: [read]", "note: read",
			"Note: { read: [查看便条, Read notes] }", "note: { read_all: [查看便条, Read notes] }",
			"audit-event: { read: [查看审计日志, Read the audit log] }" })
	void refusesWhatHasNotBothNamesOrNoCodeOrIsDeclaredAlready(String yaml) {
		assertThatIllegalArgumentException().isThrownBy(() -> of(yaml));
	}

	private static DeclaredPermissions of(String yaml) {
		return DeclaredPermissions.of(new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8)));
	}

}
