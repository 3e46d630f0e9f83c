package cn.yigongti.org.systemconfig;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EffectiveConfigurationTests {

	private static final UUID CLINIC = UUID.randomUUID();

	private static final UUID CENTRE = UUID.randomUUID();

	private static final UUID LEAD = UUID.randomUUID();

	@Test
	void takesTheNearestValueAndSaysFromWhere() {
		EffectiveConfiguration effective = effective(contribution(CLINIC, Origin.OWN, null, null),
				contribution(CENTRE, Origin.PARENT, "卫生院", null),
				contribution(LEAD, Origin.CONSORTIUM_LEAD, "医院", true));
		assertThat(effective.systemName()).isEqualTo(new Sourced<>("卫生院", Origin.PARENT, CENTRE));
		assertThat(effective.regional()).isEqualTo(new Sourced<>(true, Origin.CONSORTIUM_LEAD, LEAD));
		assertThat(effective.platformUrl()).isNull();
		assertThat(effective.own()).isEqualTo(Settings.NONE);
	}

	@Test
	void noIsAnAnswer() {
		assertThat(effective(contribution(CLINIC, Origin.OWN, null, false),
				contribution(LEAD, Origin.CONSORTIUM_LEAD, null, true))
			.regional()).isEqualTo(new Sourced<>(false, Origin.OWN, CLINIC));
	}

	@Test
	void showsTheIconWhereItsOwnerHasIt() {
		Contribution lead = new Contribution(LEAD, Origin.CONSORTIUM_LEAD, Settings.NONE, "abc");
		assertThat(effective(lead).iconUrl()).isEqualTo(new Sourced<>(
				"/api/v1/organizations/" + LEAD + "/system-config/icon?v=abc", Origin.CONSORTIUM_LEAD, LEAD));
	}

	@Test
	void theTagChangesWithAValueAndWithWhereItComesFrom() {
		EffectiveConfiguration inherited = effective(contribution(LEAD, Origin.CONSORTIUM_LEAD, "医院", null));
		EffectiveConfiguration renamed = effective(contribution(LEAD, Origin.CONSORTIUM_LEAD, "中医院", null));
		EffectiveConfiguration own = effective(contribution(CLINIC, Origin.OWN, "医院", null));
		EffectiveConfiguration elsewhere = effective(contribution(CENTRE, Origin.CONSORTIUM_LEAD, "医院", null));
		assertThat(List.of(inherited.tag(), renamed.tag(), own.tag(), elsewhere.tag())).doesNotHaveDuplicates();
		assertThat(effective(contribution(LEAD, Origin.CONSORTIUM_LEAD, "医院", null)).tag()).isEqualTo(inherited.tag());
	}

	private static Contribution contribution(UUID organization, Origin origin, @Nullable String name,
			@Nullable Boolean regional) {
		return new Contribution(organization, origin, new Settings(name, null, null, null, regional), null);
	}

	private static EffectiveConfiguration effective(Contribution... nearestFirst) {
		return EffectiveConfiguration.of(CLINIC, List.of(nearestFirst));
	}

}
