package cn.yigongti.referral.referral;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

import cn.yigongti.platform.caller.DataScope;
import cn.yigongti.platform.identifier.UuidV7;
import cn.yigongti.referral.course.Course;
import cn.yigongti.referral.course.Findings;
import cn.yigongti.referral.course.IllegalTransition;
import cn.yigongti.referral.course.ReferralStatus;
import cn.yigongti.referral.course.Step;
import cn.yigongti.referral.course.Validity;
import cn.yigongti.referral.party.Party;
import cn.yigongti.referral.relation.ReferralType;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

import static org.springframework.data.relational.core.mapping.Embedded.OnEmpty.USE_EMPTY;
import static org.springframework.data.relational.core.mapping.Embedded.OnEmpty.USE_NULL;

/**
 * A referral. Its status changes by {@link #follow the hospital's events}, by the return,
 * and by the clock only.
 */
@Table
public class Referral {

	/** Business dates are China's. */
	public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	private static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59);

	@Id
	private final UUID id;

	private final String referralNumber;

	@Embedded(onEmpty = USE_EMPTY)
	private final Application application;

	@Embedded(onEmpty = USE_EMPTY)
	private ReferralLetter letter;

	private Instant validUntil;

	private ReferralStatus status;

	private boolean careToCome;

	@Embedded(onEmpty = USE_EMPTY)
	private Findings findings;

	@Embedded(onEmpty = USE_NULL, prefix = "return_")
	private @Nullable ReturnNote returnNote;

	@Embedded(onEmpty = USE_NULL, prefix = "void_")
	private @Nullable Voiding voiding;

	private @Nullable Instant endedAt;

	private final Instant createdAt;

	private Instant updatedAt;

	@Version
	private long version;

	@PersistenceCreator
	Referral(UUID id, String referralNumber, Application application, ReferralLetter letter, Instant validUntil,
			ReferralStatus status, boolean careToCome, Findings findings, @Nullable ReturnNote returnNote,
			@Nullable Voiding voiding, @Nullable Instant endedAt, Instant createdAt, Instant updatedAt, long version) {
		this.id = id;
		this.referralNumber = referralNumber;
		this.application = application;
		this.letter = letter;
		this.validUntil = validUntil;
		this.status = status;
		this.careToCome = careToCome;
		this.findings = findings;
		this.returnNote = returnNote;
		this.voiding = voiding;
		this.endedAt = endedAt;
		this.createdAt = createdAt;
		this.updatedAt = updatedAt;
		this.version = version;
	}

	/**
	 * A new referral. One that is brought in when its validity is long over doesn't stand
	 * in the way of another for the same patient.
	 */
	public static Referral apply(Application application, ReferralLetter letter, String referralNumber, Instant now) {
		Instant validUntil = validUntil(letter.appointmentAt(), application.validityDays());
		boolean careToCome = !(application.imported() && now.isAfter(validUntil));
		return new Referral(UuidV7.next(), referralNumber, application, letter, validUntil, ReferralStatus.APPLIED,
				careToCome, Findings.NONE, null, null, null, now, now, 0);
	}

	private static Instant validUntil(Instant appointmentAt, int validityDays) {
		return appointmentAt.atZone(ZONE)
			.toLocalDate()
			.plusDays(validityDays)
			.atTime(END_OF_DAY)
			.atZone(ZONE)
			.toInstant();
	}

	/** Changes the letter, and with another appointment the validity. */
	public void amend(ReferralLetter amended, Instant now) {
		if (!isAmendable()) {
			throw new NotAmendable(this.status);
		}
		this.letter = amended;
		this.validUntil = validUntil(amended.appointmentAt(), this.application.validityDays());
		this.updatedAt = now;
	}

	public boolean isAmendable() {
		return this.status == ReferralStatus.APPLIED && !isEnded();
	}

	/**
	 * Goes where the hospital's events lead. Once it has ended they only tell what is not
	 * known yet.
	 */
	public void follow(Course course, Instant now) {
		if (!isEnded()) {
			this.status = ReferralStatus.APPLIED;
			for (Step step : course.steps()) {
				moveTo(step.to());
			}
			this.careToCome &= this.status.isCareToCome();
		}
		this.findings = course.findings();
		this.updatedAt = now;
	}

	/** The patient goes back to the applicant. */
	public void giveBack(ReturnNote note, Instant returnedAt, Instant now) {
		moveTo(ReferralStatus.RETURNED);
		this.returnNote = note;
		end(returnedAt, now);
	}

	/** Takes the referral out before the patient has come. */
	public void makeVoid(Voiding reason, Instant now) {
		if (!isAmendable()) {
			throw new IllegalTransition(this.status, "VOID", legalNext());
		}
		this.voiding = reason;
		end(now, now);
	}

	/**
	 * Ends it by the clock.
	 * @param lastMoveAt a cancelled admission can be later than the validity
	 */
	public void expire(Instant lastMoveAt, Instant now) {
		if (!isOverdue(now)) {
			throw new IllegalTransition(this.status, ReferralStatus.EXPIRED.name(), legalNext());
		}
		moveTo(ReferralStatus.EXPIRED);
		end(lastMoveAt.isAfter(this.validUntil) ? lastMoveAt : this.validUntil, now);
	}

	/** Who was seen as an outpatient has come, also when the admission was cancelled. */
	boolean isOverdue(Instant now) {
		boolean visited = this.findings.visitedAt() != null;
		return now.isAfter(this.validUntil) && !(this.status == ReferralStatus.ADMISSION_CANCELLED && visited);
	}

	private void end(Instant at, Instant now) {
		this.careToCome = false;
		this.endedAt = at;
		this.updatedAt = now;
	}

	/**
	 * One legal move.
	 * @throws IllegalTransition when it is not legal
	 */
	void moveTo(ReferralStatus to) {
		if (!legalNext().contains(to)) {
			throw new IllegalTransition(this.status, to.name(), legalNext());
		}
		this.status = to;
	}

	/**
	 * The statuses that would be legal now. What is void goes nowhere, and what was
	 * referred down is not returned.
	 */
	public Set<ReferralStatus> legalNext() {
		if (isEnded()) {
			return EnumSet.noneOf(ReferralStatus.class);
		}
		Set<ReferralStatus> next = this.status.next();
		if (this.application.type() == ReferralType.DOWN) {
			next.remove(ReferralStatus.RETURNED);
		}
		return next;
	}

	public boolean isVisibleIn(DataScope scope) {
		return source().isWithin(scope) || target().isWithin(scope);
	}

	/**
	 * Whether the patient can't be referred to the same department once more because of
	 * this referral.
	 */
	public boolean isInTheWay() {
		return this.careToCome;
	}

	public boolean isEnded() {
		return this.endedAt != null;
	}

	public Validity validity() {
		return new Validity(this.validUntil, this.endedAt);
	}

	public UUID id() {
		return this.id;
	}

	public String referralNumber() {
		return this.referralNumber;
	}

	public Application application() {
		return this.application;
	}

	public Party source() {
		return this.application.source();
	}

	public Party target() {
		return this.application.target();
	}

	public ReferralLetter letter() {
		return this.letter;
	}

	public Instant validUntil() {
		return this.validUntil;
	}

	public ReferralStatus status() {
		return this.status;
	}

	public Findings findings() {
		return this.findings;
	}

	public @Nullable ReturnNote returnNote() {
		return this.returnNote;
	}

	public @Nullable Voiding voiding() {
		return this.voiding;
	}

	public @Nullable Instant endedAt() {
		return this.endedAt;
	}

	public Instant createdAt() {
		return this.createdAt;
	}

	public Instant updatedAt() {
		return this.updatedAt;
	}

	public long version() {
		return this.version;
	}

}
