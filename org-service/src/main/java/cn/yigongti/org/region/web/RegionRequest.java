package cn.yigongti.org.region.web;

import java.time.LocalDate;

import cn.yigongti.org.calendar.CalendarDate;
import cn.yigongti.org.region.RegionFacts;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A division as written by a client.
 *
 * @param abolishedOn the first day on which it is no more
 */
record RegionRequest(
		@NotBlank @Size(max = 100) @Pattern(regexp = "\\P{Cntrl}*", message = "{field.control-character}") String name,
		@Nullable @CalendarDate LocalDate establishedOn, @Nullable @CalendarDate LocalDate abolishedOn) {

	RegionFacts facts() {
		return new RegionFacts(this.name.strip(), this.establishedOn, this.abolishedOn);
	}

}
