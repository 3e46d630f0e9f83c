package cn.yigongti.org.consortium.web;

import java.time.LocalDate;
import java.util.UUID;

import cn.yigongti.org.calendar.CalendarDate;
import jakarta.validation.constraints.NotNull;

/**
 * A change of the lead.
 *
 * @param from the first day the new lead leads; may lie ahead
 */
record LeadRequest(@NotNull UUID organizationId, @NotNull @CalendarDate LocalDate from) {

}
