package cn.yigongti.iam.role;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

class BuiltInRolesTests {

	@Test
	void allAreMadeOfTheCatalogues() {
		assertThat(BuiltInRoles.ALL).hasSize(6)
			.allSatisfy((role) -> assertThatNoException().as(role.code()).isThrownBy(role::verify));
	}

	@Test
	void thePlatformAdministratorMayDoEverything() {
		assertThat(permissionsOf("PLATFORM_ADMIN")).isEqualTo(Permissions.catalogue());
	}

	@Test
	void theRegulatorReadsEverythingAndChangesNothing() {
		assertThat(permissionsOf("REGULATOR"))
			.containsAll(Permissions.catalogue()
				.stream()
				.filter((permission) -> permission.endsWith(":read"))
				.collect(Collectors.toSet()))
			.noneMatch((permission) -> permission.endsWith(":write"));
	}

	@Test
	void theConsortiumAdministratorHoldsWhatTheyGiveToOthers() {
		assertThat(permissionsOf("CONSORTIUM_ADMIN")).containsAll(permissionsOf("DOCTOR"))
			.containsAll(permissionsOf("STATISTICS_ANALYST"))
			.containsAll(permissionsOf("INTEGRATOR"))
			.doesNotContain("role:write", "referral:unmask", "referral:import");
	}

	@Test
	void aDoctorRefersAndReadsRecordsButExportsNothing() {
		assertThat(permissionsOf("DOCTOR")).contains("referral:write", "record:read")
			.doesNotContain("referral:export", "grant:write", "record:break-glass");
	}

	@Test
	void anInstallationSaysWhichOfThemNeedASecondFactor() {
		assertThat(BuiltInRoles.ALL).noneMatch(RoleDefinition::secondFactorRequired);
		assertThat(BuiltInRoles.withSecondFactor(List.of("PLATFORM_ADMIN"))
			.stream()
			.filter(RoleDefinition::secondFactorRequired)).extracting(RoleDefinition::code)
			.containsExactly("PLATFORM_ADMIN");
		assertThatIllegalArgumentException().isThrownBy(() -> BuiltInRoles.withSecondFactor(List.of("PLATFROM_ADMIN")))
			.withMessageContaining("PLATFROM_ADMIN");
	}

	private static Set<String> permissionsOf(String code) {
		return BuiltInRoles.ALL.stream()
			.filter((role) -> role.code().equals(code))
			.findFirst()
			.orElseThrow()
			.permissions();
	}

}
