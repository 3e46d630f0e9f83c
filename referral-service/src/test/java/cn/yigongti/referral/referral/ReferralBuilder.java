package cn.yigongti.referral.referral;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import cn.yigongti.patient.Diagnosis;
import cn.yigongti.patient.SealedPatient;
import cn.yigongti.referral.course.Course;
import cn.yigongti.referral.course.Events;
import cn.yigongti.referral.course.HospitalEvent;
import cn.yigongti.referral.course.ReferralStatus;
import cn.yigongti.referral.course.Validity;
import cn.yigongti.referral.directory.Tier;
import cn.yigongti.referral.party.Party;
import cn.yigongti.referral.relation.ReferralType;

import static cn.yigongti.referral.course.ReferralStatus.ADMISSION_CANCELLED;
import static cn.yigongti.referral.course.ReferralStatus.ADMITTED;
import static cn.yigongti.referral.course.ReferralStatus.DISCHARGED;
import static cn.yigongti.referral.course.ReferralStatus.DISCHARGE_CANCELLED;
import static cn.yigongti.referral.course.ReferralStatus.OUTPATIENT_COMPLETED;
import static cn.yigongti.referral.course.ReferralStatus.OUTPATIENT_VISITED;

/** Referrals for tests: a township centre refers a patient up to a county hospital. */
public final class ReferralBuilder {

	public static final UUID CONSORTIUM = new UUID(1, 1);

	public static final Party TOWNSHIP = new Party(new UUID(1, 2), "临江镇卫生院", Tier.TOWNSHIP, CONSORTIUM, "500229101");

	public static final Party COUNTY = new Party(new UUID(1, 3), "县人民医院", Tier.COUNTY, CONSORTIUM, "500229001");

	private ReferralType type = ReferralType.UP;

	private Party source = TOWNSHIP;

	private Party target = COUNTY;

	private Instant appliedAt = Events.APPLIED_AT;

	private Instant appointmentAt = Events.APPLIED_AT.plus(Duration.ofHours(4));

	private String patientHash = "hash";

	private String department = "呼吸内科";

	private boolean imported;

	private ReferralBuilder() {
	}

	public static ReferralBuilder referral() {
		return new ReferralBuilder();
	}

	public ReferralBuilder type(ReferralType given) {
		this.type = given;
		return this;
	}

	public ReferralBuilder from(Party given) {
		this.source = given;
		return this;
	}

	public ReferralBuilder to(Party given) {
		this.target = given;
		return this;
	}

	public ReferralBuilder appliedAt(Instant given) {
		this.appliedAt = given;
		this.appointmentAt = given.plus(Duration.ofHours(4));
		return this;
	}

	public ReferralBuilder appointmentAt(Instant given) {
		this.appointmentAt = given;
		return this;
	}

	public ReferralBuilder patient(String hash) {
		this.patientHash = hash;
		return this;
	}

	public ReferralBuilder imported() {
		this.imported = true;
		return this;
	}

	public Referral build(String number, Instant now) {
		SealedPatient patient = new SealedPatient("sealed", "name-" + this.patientHash, List.of(), "sealed",
				this.patientHash, "1", LocalDate.of(1990, 1, 1), null, null);
		Application application = new Application(this.type, this.source, this.target,
				new ReferringDoctor(new UUID(1, 9), "李医生", "全科"), patient, this.appliedAt, this.imported, 7);
		return Referral.apply(application, letter(), number, now);
	}

	public ReferralLetter letter() {
		return new ReferralLetter(this.department, "住院治疗", "条件有限", new Diagnosis("J20.900", "急性支气管炎"), null, null, null,
				this.appointmentAt, false);
	}

	public Referral build() {
		return build("R-" + UUID.randomUUID(), this.appliedAt);
	}

	/** A referral brought to a status by legal moves only. */
	public Referral at(ReferralStatus status) {
		Referral referral = build();
		List<HospitalEvent> events = pathTo(status);
		referral.follow(Course.of(new Validity(referral.validUntil(), null), events), this.appliedAt);
		if (status == ReferralStatus.RETURNED) {
			referral.giveBack(new ReturnNote("好转", "随访", null, null, null), Events.hour(60), Events.hour(60));
		}
		if (status == ReferralStatus.EXPIRED) {
			referral.expire(referral.application().appliedAt(), referral.validUntil().plusSeconds(1));
		}
		return referral;
	}

	/** The hospital's events on a legal way to a status. */
	public static List<HospitalEvent> pathTo(ReferralStatus status) {
		List<ReferralStatus> types = switch (status) {
			case APPLIED, EXPIRED -> List.of();
			case OUTPATIENT_VISITED -> List.of(OUTPATIENT_VISITED);
			case OUTPATIENT_COMPLETED -> List.of(OUTPATIENT_VISITED, OUTPATIENT_COMPLETED);
			case ADMITTED -> List.of(ADMITTED);
			case ADMISSION_CANCELLED -> List.of(ADMITTED, ADMISSION_CANCELLED);
			case DISCHARGED, RETURNED -> List.of(ADMITTED, DISCHARGED);
			case DISCHARGE_CANCELLED -> List.of(ADMITTED, DISCHARGED, DISCHARGE_CANCELLED);
		};
		List<HospitalEvent> events = new ArrayList<>();
		for (int i = 0; i < types.size(); i++) {
			events.add(Events.event(types.get(i), i + 1));
		}
		return events;
	}

}
