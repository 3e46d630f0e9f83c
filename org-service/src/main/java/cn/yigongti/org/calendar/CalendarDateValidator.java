package cn.yigongti.org.calendar;

import java.time.LocalDate;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

class CalendarDateValidator implements ConstraintValidator<CalendarDate, LocalDate> {

	@Override
	public boolean isValid(@Nullable LocalDate date, ConstraintValidatorContext context) {
		return date == null || (date.getYear() >= 1800 && date.getYear() <= 2999);
	}

}
