package cn.yigongti.org.organization.web;

import java.time.LocalDate;

import cn.yigongti.org.calendar.CalendarDate;
import cn.yigongti.org.organization.Closure;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The closing of an organization.
 *
 * @param closedOn the first day on which it is closed; may lie ahead
 * @param force also while others have work under way for it; {@code false} if not given
 */
record ClosureRequest(@NotNull @CalendarDate LocalDate closedOn, @NotBlank @Size(max = 500) String reason,
		@Nullable Boolean force) {

	Closure closure() {
		return new Closure(this.closedOn, this.reason, Boolean.TRUE.equals(this.force));
	}

}
