package cn.yigongti.consultation.center.web;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import cn.yigongti.consultation.center.CenterDraft;
import cn.yigongti.platform.problem.InvalidInput;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A centre as written by a client.
 *
 * @param reportingDoctorIds users of the organization, in the order in which they are
 * shown
 * @param active whether it takes new relations and consultations; {@code true} when left
 * out
 */
@Schema(name = "ConsultationCenterRequest")
record CenterRequest(@NotNull UUID consortiumId, @NotNull UUID organizationId,
		@NotBlank @Size(max = 4000) String introduction,
		@NotNull @Size(max = 30) List<@NotBlank @Size(max = 50) @Pattern(regexp = "\\P{Cntrl}*",
				message = "{field.control-character}") String> specialties,
		@NotNull @Size(max = 50) List<@NotNull UUID> reportingDoctorIds,
		@Schema(defaultValue = "true") @Nullable Boolean active) {

	/**
	 * What is asked for.
	 * @throws InvalidInput when a specialty is given twice
	 */
	CenterDraft draft() {
		List<String> stripped = this.specialties.stream().map(String::strip).toList();
		Set<String> seen = new HashSet<>();
		for (int i = 0; i < stripped.size(); i++) {
			if (!seen.add(stripped.get(i))) {
				throw new InvalidInput("/specialties/" + i, "repeated");
			}
		}
		return new CenterDraft(this.consortiumId, this.organizationId, this.introduction.strip(), stripped,
				this.reportingDoctorIds, !Boolean.FALSE.equals(this.active));
	}

}
