package cn.yigongti.referral.relation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import cn.yigongti.referral.directory.Organization;
import cn.yigongti.referral.directory.Tier;
import cn.yigongti.referral.party.Party;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class OneClickConfigurationTests {

	private static final UUID CONSORTIUM = UUID.randomUUID();

	private static final Organization PEOPLES = organization("县人民医院", Tier.COUNTY, Organization.Status.ACTIVE);

	@ParameterizedTest
	@CsvSource({ "VILLAGE, UP, DOWN", "TOWNSHIP, UP, DOWN", "COUNTY, SAME_LEVEL, SAME_LEVEL", "CITY, DOWN, UP" })
	void relatesEachTierBothWaysWithTheTypeItAsksFor(Tier tier, ReferralType toHub, ReferralType fromHub) {
		Organization member = organization("成员", tier, Organization.Status.ACTIVE);
		List<ReferralRelation> wanted = configure(List.of(PEOPLES, member)).wanted();
		assertThat(wanted).extracting(ReferralRelation::key)
			.containsExactlyInAnyOrder(new ReferralRelation.Key(member.id(), PEOPLES.id(), toHub),
					new ReferralRelation.Key(PEOPLES.id(), member.id(), fromHub));
	}

	@Test
	void skipsMembersThatAreClosedAndTheHubItself() {
		Organization closed = organization("关闭的卫生室", Tier.VILLAGE, Organization.Status.CLOSED);
		OneClickConfiguration configured = configure(List.of(PEOPLES, closed));
		assertThat(configured.wanted()).isEmpty();
		assertThat(configured.skipped())
			.containsExactly(new OneClickConfiguration.Skipped(closed.id(), "organization-closed"));
	}

	@Test
	void countsTheDemoCounty() {
		List<Organization> county = new ArrayList<>(List.of(PEOPLES));
		add(county, 2, Tier.COUNTY);
		add(county, 25, Tier.TOWNSHIP);
		add(county, 204, Tier.VILLAGE);
		List<ReferralRelation> wanted = configure(county).wanted();
		assertThat(wanted).hasSize(462);
		assertThat(wanted).filteredOn((relation) -> relation.type() == ReferralType.SAME_LEVEL).hasSize(4);
		assertThat(wanted).filteredOn((relation) -> relation.type() == ReferralType.UP).hasSize(229);
		assertThat(wanted).filteredOn((relation) -> relation.type() == ReferralType.DOWN).hasSize(229);
		assertThat(wanted).extracting(ReferralRelation::key).doesNotHaveDuplicates();
	}

	@Test
	void refusesATypeThatDisagreesWithTheTiers() {
		Organization clinic = organization("卫生室", Tier.VILLAGE, Organization.Status.ACTIVE);
		var source = Party.of(clinic);
		var target = Party.of(PEOPLES);
		assertThatExceptionOfType(TypeAgainstTier.class)
			.isThrownBy(() -> ReferralRelation.between(source, target, ReferralType.DOWN, Instant.EPOCH))
			.satisfies((refusal) -> assertThat(refusal.agreeing()).isEqualTo(ReferralType.UP));
	}

	private static OneClickConfiguration configure(List<Organization> members) {
		return OneClickConfiguration.of(PEOPLES, members, Instant.EPOCH);
	}

	private static void add(List<Organization> county, int count, Tier tier) {
		for (int i = 0; i < count; i++) {
			county.add(organization(tier + " " + i, tier, Organization.Status.ACTIVE));
		}
	}

	private static Organization organization(String name, Tier tier, Organization.Status status) {
		return new Organization(UUID.randomUUID(), name, tier, "500229", status, CONSORTIUM, null);
	}

}
