package cn.yigongti.org.organization;

import java.time.LocalDate;
import java.util.UUID;

import cn.yigongti.org.calendar.CalendarDate;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.format.annotation.DateTimeFormat;

/**
 * Which organizations are asked for; what is absent doesn't narrow.
 *
 * @param regionCode prefix of the division code
 * @param consortiumId members of it on the date asked about
 * @param query part of the name or short name
 * @param status on the date asked about
 * @param asOf the register as it stood on this date: organizations open then, in the
 * consortia they were in then. Without it, the register of today, closed organizations
 * included
 */
public record OrganizationFilter(@Nullable Tier tier,
		@Nullable @Pattern(regexp = "[0-9]{1,12}", message = "{field.digits}") String regionCode,
		@Nullable UUID consortiumId, @Nullable UUID parentId, @Nullable @Size(max = 40) String institutionCode,
		@Nullable OrganizationStatus status, @Nullable @Size(min = 1, max = 50) String query,
		@Nullable @CalendarDate @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate asOf) {

	/** With no status asked for, a look into the past shows what was open then. */
	@Nullable OrganizationStatus effectiveStatus() {
		return (this.status == null && this.asOf != null) ? OrganizationStatus.ACTIVE : this.status;
	}

}
