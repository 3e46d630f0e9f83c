package cn.yigongti.consultation.relation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import cn.yigongti.consultation.directory.Organization;
import cn.yigongti.consultation.directory.Tier;
import cn.yigongti.consultation.relation.OneClickConfiguration.Chosen;
import cn.yigongti.consultation.relation.OneClickConfiguration.Skipped;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OneClickConfigurationTests {

	private static final UUID CONSORTIUM = UUID.randomUUID();

	private static final Organization PEOPLES = organization("县人民医院", Tier.COUNTY, Organization.Status.ACTIVE);

	private static final Organization TCM = organization("县中医院", Tier.COUNTY, Organization.Status.ACTIVE);

	private static final Organization CLINIC = organization("卫生室", Tier.VILLAGE, Organization.Status.ACTIVE);

	private static final Chosen PEOPLES_CENTER = new Chosen(UUID.randomUUID(), PEOPLES);

	private static final Chosen TCM_CENTER = new Chosen(UUID.randomUUID(), TCM);

	@Test
	void letsEveryOtherMemberApplyToTheCentre() {
		OneClickConfiguration configured = configure(List.of(PEOPLES_CENTER), List.of(PEOPLES, TCM, CLINIC));
		assertThat(configured.wanted()).extracting(ConsultationRelation::key)
			.containsExactly(new ConsultationRelation.Key(TCM.id(), PEOPLES_CENTER.centerId()),
					new ConsultationRelation.Key(CLINIC.id(), PEOPLES_CENTER.centerId()));
		assertThat(configured.skipped()).containsExactly(new Skipped(PEOPLES.id(), "is-the-center"));
	}

	@Test
	void letsTwoCentresApplyToEachOther() {
		OneClickConfiguration configured = configure(List.of(PEOPLES_CENTER, TCM_CENTER), List.of(PEOPLES, TCM));
		assertThat(configured.wanted()).extracting(ConsultationRelation::key)
			.containsExactlyInAnyOrder(new ConsultationRelation.Key(TCM.id(), PEOPLES_CENTER.centerId()),
					new ConsultationRelation.Key(PEOPLES.id(), TCM_CENTER.centerId()));
		assertThat(configured.skipped()).containsExactly(new Skipped(PEOPLES.id(), "is-the-center"),
				new Skipped(TCM.id(), "is-the-center"));
	}

	@Test
	void skipsMembersThatAreClosedOnceHoweverManyCentres() {
		Organization closed = organization("关闭的卫生室", Tier.VILLAGE, Organization.Status.CLOSED);
		OneClickConfiguration configured = configure(List.of(PEOPLES_CENTER, TCM_CENTER), List.of(PEOPLES, closed));
		assertThat(configured.wanted()).extracting(ConsultationRelation::key)
			.containsExactly(new ConsultationRelation.Key(PEOPLES.id(), TCM_CENTER.centerId()));
		assertThat(configured.skipped()).containsExactly(new Skipped(PEOPLES.id(), "is-the-center"),
				new Skipped(closed.id(), "organization-closed"));
	}

	@Test
	void countsTheDemoCounty() {
		List<Organization> county = new ArrayList<>(List.of(PEOPLES, TCM));
		add(county, 1, Tier.COUNTY);
		add(county, 25, Tier.TOWNSHIP);
		add(county, 204, Tier.VILLAGE);
		assertThat(configure(List.of(PEOPLES_CENTER), county).wanted()).hasSize(231);
		List<ConsultationRelation> both = configure(List.of(PEOPLES_CENTER, TCM_CENTER), county).wanted();
		assertThat(both).hasSize(2 * 231);
		assertThat(both).extracting(ConsultationRelation::key).doesNotHaveDuplicates();
		assertThat(both).noneMatch((relation) -> relation.applicant().id().equals(relation.centerOrganization().id()));
	}

	private static OneClickConfiguration configure(List<Chosen> centers, List<Organization> members) {
		return OneClickConfiguration.of(centers, members, Instant.EPOCH);
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
