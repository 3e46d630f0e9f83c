package cn.yigongti.consultation.due;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.EnumMap;
import java.util.Map;

import cn.yigongti.consultation.consultation.Consultation;
import cn.yigongti.consultation.consultation.ConsultationType;
import cn.yigongti.consultation.consultation.Urgency;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * When a report is due. The service doesn't start unless there is a due time for every
 * type and urgency.
 */
@Component
@EnableConfigurationProperties(DueTimeProperties.class)
public class DueTimes {

	private final Map<ConsultationType, Map<Urgency, DueTime>> times = new EnumMap<>(ConsultationType.class);

	private final WorkingDays workingDays;

	DueTimes(DueTimeProperties properties) {
		this.workingDays = new WorkingDays(properties.holidays(), properties.workedWeekends());
		for (ConsultationType type : ConsultationType.values()) {
			Map<Urgency, DueTime> byUrgency = new EnumMap<>(Urgency.class);
			for (Urgency urgency : Urgency.values()) {
				byUrgency.put(urgency, time(properties, type, urgency));
			}
			this.times.put(type, byUrgency);
		}
	}

	private static DueTime time(DueTimeProperties properties, ConsultationType type, Urgency urgency) {
		String text = properties.dueTimes().getOrDefault(type, Map.of()).get(urgency);
		if (text == null) {
			throw new IllegalArgumentException(
					"yigongti.consultation.due-times has nothing for %s %s".formatted(type, urgency));
		}
		return DueTime.parse(text);
	}

	/**
	 * When a report is due of what was submitted then. Working days end at the time of
	 * day of the submission.
	 */
	public Instant dueAt(ConsultationType type, Urgency urgency, Instant submittedAt) {
		DueTime time = this.times.getOrDefault(type, Map.of()).get(urgency);
		if (time == null) {
			throw new IllegalStateException("No due time for %s %s".formatted(type, urgency));
		}
		if (time.workingDays() == 0) {
			return submittedAt.plus(time.duration());
		}
		ZonedDateTime submitted = submittedAt.atZone(Consultation.ZONE);
		return submitted.with(this.workingDays.after(submitted.toLocalDate(), time.workingDays())).toInstant();
	}

}
