package cn.yigongti.consultation.due;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * China's working days: Monday to Friday but for public holidays, and the weekends that
 * are worked for them (调休). The State Council fixes both each year, so the operator gives
 * them.
 */
record WorkingDays(Set<LocalDate> holidays, Set<LocalDate> workedWeekends) {

	WorkingDays {
		holidays = Set.copyOf(holidays);
		workedWeekends = Set.copyOf(workedWeekends);
	}

	boolean isWorked(LocalDate day) {
		boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
		return weekend ? this.workedWeekends.contains(day) : !this.holidays.contains(day);
	}

	/** The last of so many working days after this day. */
	LocalDate after(LocalDate day, int workingDays) {
		LocalDate last = day;
		for (int left = workingDays; left > 0;) {
			last = last.plusDays(1);
			if (isWorked(last)) {
				left--;
			}
		}
		return last;
	}

}
