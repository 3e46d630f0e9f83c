package cn.yigongti.platform.caller;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CallerTests {

	private static final UUID CLINIC = UUID.randomUUID();

	private static final UUID CONSORTIUM = UUID.randomUUID();

	@Test
	void reachesWithAPermissionOnlyWhatItsOwnGrantsReach() {
		Caller caller = caller(true, new Grant("DOCTOR", ScopeType.ORGANIZATION, CLINIC.toString(), Set.of("a:read")),
				new Grant("REGULATOR", ScopeType.REGION, "500229", Set.of("b:read")));
		assertThat(caller.scopeOf("a:read").covers(CLINIC, null, "500229001")).isTrue();
		assertThat(caller.scopeOf("a:read").covers(UUID.randomUUID(), null, "500229001")).isFalse();
		assertThat(caller.scopeOf("b:read").covers(UUID.randomUUID(), null, "500229001")).isTrue();
		assertThat(caller.scopeOf("b:read").covers(UUID.randomUUID(), null, "500238001")).isFalse();
	}

	@Test
	void unitesTheScopesOfSeveralGrants() {
		Caller caller = caller(true, new Grant("A", ScopeType.ORGANIZATION, CLINIC.toString(), Set.of("a:read")),
				new Grant("B", ScopeType.CONSORTIUM, CONSORTIUM.toString(), Set.of("a:read")));
		assertThat(caller.scopeOf("a:read").organizations()).containsExactly(CLINIC);
		assertThat(caller.scopeOf("a:read").covers(UUID.randomUUID(), CONSORTIUM, "1")).isTrue();
	}

	@Test
	void reachesNothingWithAPermissionItLacksOrWithoutPlatformAccess() {
		Grant everything = new Grant("A", ScopeType.ALL, null, Set.of("a:read"));
		assertThat(caller(true, everything).scopeOf("a:write").isEmpty()).isTrue();
		assertThat(caller(false, everything).scopeOf("a:read").isEmpty()).isTrue();
		assertThat(caller(false, everything).may("a:read")).isFalse();
	}

	private static Caller caller(boolean access, Grant... grants) {
		return new Caller(UUID.randomUUID().toString(), Caller.Kind.USER, CLINIC, CONSORTIUM, access, List.of(grants));
	}

}
