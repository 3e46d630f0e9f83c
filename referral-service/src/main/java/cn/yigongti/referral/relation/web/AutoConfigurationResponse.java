package cn.yigongti.referral.relation.web;

import java.util.List;
import java.util.UUID;

import cn.yigongti.referral.directory.Tier;
import cn.yigongti.referral.relation.ConfigureRelations;
import cn.yigongti.referral.relation.ReferralRelation;
import cn.yigongti.referral.relation.ReferralType;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What one click created, what stood already, and whom it left out and why. */
record AutoConfigurationResponse(boolean dryRun, List<Item> created, List<Item> existing, List<Skipped> skipped) {

	/**
	 * @param id {@code null} for what a dry run would create
	 */
	@Schema(name = "ConfiguredRelation")
	record Item(@JsonInclude(JsonInclude.Include.ALWAYS) @Nullable UUID id, UUID sourceId, String sourceName,
			Tier sourceTier, UUID targetId, String targetName, Tier targetTier, ReferralType type, boolean enabled) {

		static Item of(ReferralRelation relation, boolean made) {
			return new Item(made ? relation.id() : null, relation.source().id(), relation.source().name(),
					relation.source().tier(), relation.target().id(), relation.target().name(),
					relation.target().tier(), relation.type(), relation.enabled());
		}

	}

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
