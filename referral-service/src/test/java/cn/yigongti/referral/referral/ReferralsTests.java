package cn.yigongti.referral.referral;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import cn.yigongti.platform.test.RepositoryTest;
import cn.yigongti.referral.course.ReferralStatus;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.test.context.TestConstructor;

import static cn.yigongti.referral.referral.ReferralBuilder.referral;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@RepositoryTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class ReferralsTests {

	private final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);

	private final Instant longAgo = this.now.minus(Duration.ofDays(30));

	private final Referrals referrals;

	ReferralsTests(Referrals referrals) {
		this.referrals = referrals;
	}

	@Test
	void readsWhatItKept() {
		Referral referral = referral().build();
		this.referrals.save(referral);
		Referral read = this.referrals.findById(referral.id()).orElseThrow();
		assertThat(read).usingRecursiveComparison().isEqualTo(referral);
		assertThat(read.version()).isOne();
		assertThat(read.returnNote()).isNull();
		assertThat(read.voiding()).isNull();
	}

	@Test
	void readsWhatHospitalAndDoctorAdded() {
		Referral referral = referral().at(ReferralStatus.RETURNED);
		this.referrals.save(referral);
		Referral read = this.referrals.lockByReferralNumber(referral.referralNumber()).orElseThrow();
		assertThat(read).usingRecursiveComparison().isEqualTo(referral);
		assertThat(read.findings().inpatientNumber()).isEqualTo("ZY1");
	}

	@Test
	void guaranteesOneOpenReferralForAPatientTargetAndDepartment() {
		this.referrals.save(referral().patient("p").build());
		assertThat(this.referrals.findOpen(List.of("p"), ReferralBuilder.COUNTY.id(), "呼吸内科")).isPresent();
		assertThat(this.referrals.findOpen(List.of("p"), ReferralBuilder.COUNTY.id(), "骨科")).isEmpty();
		assertThatExceptionOfType(DuplicateKeyException.class)
			.isThrownBy(() -> this.referrals.save(referral().patient("p").build()));
	}

	@Test
	void letsThePatientBeReferredAgainWhenTheCareIsDone() {
		this.referrals.save(referral().patient("p").at(ReferralStatus.DISCHARGED));
		assertThat(this.referrals.findOpen(List.of("p"), ReferralBuilder.COUNTY.id(), "呼吸内科")).isEmpty();
		this.referrals.save(referral().patient("p").build());
	}

	@Test
	void findsWhoseTimeIsOver() {
		Referral overdue = kept(referral().patient("a").appliedAt(this.longAgo).build());
		Referral current = kept(referral().patient("b").appliedAt(this.now).build());
		Referral come = kept(referral().patient("c").at(ReferralStatus.ADMITTED));
		assertThat(this.referrals.lockOverdue(this.now, this.now, 10)).extracting(Referral::id)
			.contains(overdue.id())
			.doesNotContain(current.id(), come.id());
	}

	@Test
	void leavesImportedOnesAloneUntilTheirEventsHadTimeToFollow() {
		Referral imported = kept(referral().imported().appliedAt(this.longAgo).build("R1", this.now));
		assertThat(this.referrals.lockOverdue(this.now, this.now.minusSeconds(1), 10)).extracting(Referral::id)
			.doesNotContain(imported.id());
		assertThat(this.referrals.lockOverdue(this.now, this.now.plusSeconds(1), 10)).extracting(Referral::id)
			.contains(imported.id());
	}

	@Test
	void countsUp() {
		long number = this.referrals.nextNumber();
		assertThat(this.referrals.nextNumber()).isEqualTo(number + 1);
		this.referrals.lockPatient(UUID.randomUUID().toString());
	}

	private Referral kept(Referral referral) {
		return this.referrals.save(referral);
	}

}
