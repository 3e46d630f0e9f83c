package cn.yigongti.org.organization.web;

import java.time.LocalDate;

import cn.yigongti.org.calendar.CalendarDate;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * The closing of an organization.
 *
 * @param closedOn the first day on which it is closed; may lie ahead
 */
record ClosureRequest(@NotNull @CalendarDate LocalDate closedOn, @NotBlank @Size(max = 500) String reason) {

}
