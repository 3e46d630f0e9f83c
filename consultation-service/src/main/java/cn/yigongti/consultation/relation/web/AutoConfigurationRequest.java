package cn.yigongti.consultation.relation.web;

import java.util.List;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * One click.
 *
 * @param centerIds the centres of the consortium that all its members shall apply to
 * @param dryRun only say what would be done
 */
record AutoConfigurationRequest(@NotNull UUID consortiumId,
		@NotNull @Size(min = 1, max = 2) List<@NotNull UUID> centerIds, @Nullable Boolean dryRun) {

	boolean isDryRun() {
		return Boolean.TRUE.equals(this.dryRun);
	}

}
