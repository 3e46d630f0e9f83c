package cn.yigongti.consultation.statistics;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import cn.yigongti.consultation.center.ConsultationCenter;
import cn.yigongti.consultation.directory.Tier;
import cn.yigongti.consultation.party.Party;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Centres and relations as other features leave them in the database. */
record OpenedCenters(JdbcClient jdbc) {

	/** A centre of its own, with so many reporting doctors. */
	Place open(String name, UUID consortium, int doctors) {
		Party party = new Party(UUID.randomUUID(), name, Tier.COUNTY, consortium, "500229001");
		UUID id = UUID.randomUUID();
		this.jdbc.sql("""
				insert into consultation_center (id, consortium_id, organization_id, organization_name,
					organization_tier, organization_consortium_id, organization_region_code, introduction, specialties,
					active, created_at, updated_at, version)
				values (:id, :consortium, :organization, :name, 'COUNTY', :consortium, :region, '', '{}', false, now(),
					now(), 1)""")
			.param("id", id)
			.param("consortium", consortium)
			.param("organization", party.id())
			.param("name", name)
			.param("region", party.regionCode())
			.update();
		for (int i = 0; i < doctors; i++) {
			this.jdbc.sql("insert into reporting_doctor values (:id, :position, gen_random_uuid(), '某医生')")
				.param("id", id)
				.param("position", i)
				.update();
		}
		return new Place(id, party);
	}

	void relate(Party applicant, Place center) {
		this.jdbc
			.sql("""
					insert into consultation_relation
					select gen_random_uuid(), :id, :name, :tier, :consortium, :region, id, organization_id, organization_name,
						organization_tier, organization_consortium_id, organization_region_code, now(), 1
					from consultation_center where id = :center""")
			.param("id", applicant.id())
			.param("name", applicant.name())
			.param("tier", applicant.tier().name())
			.param("consortium", applicant.consortiumId())
			.param("region", applicant.regionCode())
			.param("center", center.id())
			.update();
	}

	static Party applicant(String name, UUID consortium) {
		return new Party(UUID.randomUUID(), name, Tier.TOWNSHIP, consortium, "500229101");
	}

	/** A centre and the organization that it is. */
	record Place(UUID id, Party organization) {

		/** As its own feature knows it, without doctors. */
		ConsultationCenter center() {
			return new ConsultationCenter(this.id, UUID.randomUUID(), this.organization, "", List.of(), false, null,
					List.of(), Instant.EPOCH, Instant.EPOCH, 1);
		}

	}

}
