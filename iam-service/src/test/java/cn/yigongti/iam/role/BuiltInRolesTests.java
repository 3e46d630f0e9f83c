package cn.yigongti.iam.role;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import cn.yigongti.iam.testing.Declarations;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

class BuiltInRolesTests {

	private static final Set<String> CATALOGUE = Declarations.ofAllServices();

	private static final List<RoleDefinition> ROLES = BuiltInRoles.of(CATALOGUE);

	@Test
	void allAreMadeOfWhatServicesDeclare() {
		assertThat(ROLES).hasSize(7)
			.allSatisfy((role) -> assertThat(role.permissions()).as(role.code()).isSubsetOf(CATALOGUE))
			.allSatisfy((role) -> assertThatNoException().as(role.code()).isThrownBy(() -> role.verify(Set.of())));
	}

	@Test
	void thePlatformAdministratorMayDoEverything() {
		assertThat(permissionsOf("PLATFORM_ADMIN")).isEqualTo(CATALOGUE);
	}

	@Test
	void thePlatformAdministratorMayGiveEveryRoleBeforeAnyServiceDeclaredAnything() {
		List<RoleDefinition> early = BuiltInRoles.of(Set.of());

		assertThat(early)
			.allSatisfy((role) -> assertThat(role.permissions()).isSubsetOf(early.getFirst().permissions()));
	}

	@Test
	void theRegulatorReadsEverythingAndChangesNothing() {
		assertThat(permissionsOf("REGULATOR"))
			.containsAll(
					CATALOGUE.stream().filter((permission) -> permission.endsWith(":read")).collect(Collectors.toSet()))
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
		assertThat(ROLES).noneMatch(RoleDefinition::secondFactorRequired);
		assertThat(BuiltInRoles.withSecondFactor(ROLES, List.of("PLATFORM_ADMIN"))
			.stream()
			.filter(RoleDefinition::secondFactorRequired)).extracting(RoleDefinition::code)
			.containsExactly("PLATFORM_ADMIN");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> BuiltInRoles.withSecondFactor(ROLES, List.of("PLATFROM_ADMIN")))
			.withMessageContaining("PLATFROM_ADMIN");
	}

	private static Set<String> permissionsOf(String code) {
		return ROLES.stream().filter((role) -> role.code().equals(code)).findFirst().orElseThrow().permissions();
	}

}
