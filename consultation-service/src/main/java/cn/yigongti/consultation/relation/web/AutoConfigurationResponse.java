package cn.yigongti.consultation.relation.web;

import java.util.List;
import java.util.UUID;

import cn.yigongti.consultation.directory.Tier;
import cn.yigongti.consultation.relation.ConfigureRelations;
import cn.yigongti.consultation.relation.ConsultationRelation;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What one click created, what stood already, and whom it left out and why. */
record AutoConfigurationResponse(boolean dryRun, List<Item> created, List<Item> existing, List<Skipped> skipped) {

	/**
	 * @param id {@code null} for what a dry run would create
	 */
	@Schema(name = "ConfiguredRelation")
	record Item(@JsonInclude(JsonInclude.Include.ALWAYS) @Nullable UUID id, UUID applicantId, String applicantName,
			Tier applicantTier, UUID centerId, UUID centerOrganizationId, String centerName, Tier centerTier) {

		static Item of(ConsultationRelation relation, boolean made) {
			return new Item(made ? relation.id() : null, relation.applicant().id(), relation.applicant().name(),
					relation.applicant().tier(), relation.centerId(), relation.centerOrganization().id(),
					relation.centerOrganization().name(), relation.centerOrganization().tier());
		}

	}

	/**
	 * @param reason {@code organization-closed}, or {@code is-the-center} of one that
	 * can't apply to itself
	 */
	@Schema(name = "SkippedOrganization")
	record Skipped(UUID organizationId, String reason) {
	}

	static AutoConfigurationResponse of(ConfigureRelations.Configured configured) {
		return new AutoConfigurationResponse(configured.dryRun(),
				configured.created().stream().map((created) -> Item.of(created, !configured.dryRun())).toList(),
				configured.existing().stream().map((existing) -> Item.of(existing, true)).toList(),
				configured.skipped()
					.stream()
					.map((skipped) -> new Skipped(skipped.organizationId(), skipped.reason()))
					.toList());
	}

}
