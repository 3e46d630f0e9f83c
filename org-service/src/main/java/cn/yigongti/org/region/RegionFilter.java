package cn.yigongti.org.region;

import java.time.LocalDate;

import cn.yigongti.org.calendar.CalendarDate;
import cn.yigongti.org.code.DivisionLevel;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.format.annotation.DateTimeFormat;

/**
 * Which divisions are asked for.
 *
 * @param query part of the name
 * @param parentCode those directly below this one
 * @param asOf those that existed on this date, today unless one is given
 */
public record RegionFilter(@Nullable DivisionLevel level, @Nullable @Size(min = 1, max = 50) String query,
		@Nullable @Pattern(regexp = "[0-9]{1,12}", message = "{field.digits}") String parentCode,
		@Nullable @CalendarDate @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate asOf) {

}
