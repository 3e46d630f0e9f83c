package cn.yigongti.consultation.due;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

import cn.yigongti.consultation.consultation.ConsultationType;
import cn.yigongti.consultation.consultation.Urgency;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long reporting may take.
 *
 * @param dueTimes for every type and urgency a duration, or working days such as
 * {@code 4wd}
 * @param holidays working days that are free
 * @param workedWeekends Saturdays and Sundays that are worked
 */
@ConfigurationProperties("yigongti.consultation")
record DueTimeProperties(Map<ConsultationType, Map<Urgency, String>> dueTimes, @DefaultValue Set<LocalDate> holidays,
		@DefaultValue Set<LocalDate> workedWeekends) {
}
