package cn.yigongti.referral.relation.web;

import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * One click.
 *
 * @param organizationId whom every other member shall refer to and from
 * @param dryRun only say what would be done
 */
record AutoConfigurationRequest(@NotNull UUID organizationId, @Nullable Boolean dryRun) {

	boolean isDryRun() {
		return Boolean.TRUE.equals(this.dryRun);
	}

}
