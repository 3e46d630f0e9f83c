package cn.yigongti.org.consortium;

import java.time.LocalDate;

import cn.yigongti.org.calendar.CalendarDate;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.format.annotation.DateTimeFormat;

/**
 * Which consortia are asked for.
 *
 * @param regionCode prefix of the division code
 * @param query part of the name
 * @param asOf those that existed on this date, each with its lead of then
 */
public record ConsortiumFilter(@Nullable @Pattern(regexp = "[0-9]{1,12}", message = "{field.digits}") String regionCode,
		@Nullable @Size(min = 1, max = 50) String query,
		@Nullable @CalendarDate @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate asOf) {

}
