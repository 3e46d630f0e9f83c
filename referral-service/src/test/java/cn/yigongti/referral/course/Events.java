package cn.yigongti.referral.course;

import java.time.Duration;
import java.time.Instant;

import cn.yigongti.patient.Diagnosis;

/** Events of one hospital, by hours after the application. */
public final class Events {

	public static final Instant APPLIED_AT = Instant.parse("2026-11-02T01:00:00Z");

	public static final Instant VALID_UNTIL = APPLIED_AT.plus(Duration.ofHours(100));

	public static final Validity OPEN = new Validity(VALID_UNTIL, null);

	private Events() {
	}

	public static Instant hour(int hour) {
		return APPLIED_AT.plus(Duration.ofHours(hour));
	}

	public static HospitalEvent event(ReferralStatus type, int hour) {
		String id = type + "@" + hour;
		HospitalFacts facts = switch (type) {
			case OUTPATIENT_VISITED -> new HospitalFacts("MZ" + hour, null, null, null);
			case OUTPATIENT_COMPLETED ->
				new HospitalFacts(null, new Diagnosis("J20.900", "diagnosis " + hour), null, null);
			case ADMITTED -> new HospitalFacts(null, null, "department " + hour, "ZY" + hour);
			default -> HospitalFacts.NONE;
		};
		return new HospitalEvent(new EventKey("his", id), type, hour(hour), facts, false);
	}

	public static HospitalEvent afterEnd(HospitalEvent event) {
		return new HospitalEvent(event.key(), event.type(), event.occurredAt(), event.facts(), true);
	}

}
