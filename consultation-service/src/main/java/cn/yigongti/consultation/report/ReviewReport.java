package cn.yigongti.consultation.report;

import java.util.UUID;

import cn.yigongti.consultation.consultation.ChangeConsultation;
import cn.yigongti.consultation.consultation.ChangeConsultation.Change;
import cn.yigongti.consultation.consultation.Consultation;
import cn.yigongti.consultation.consultation.Consultations;
import cn.yigongti.consultation.consultation.Move.Kind;
import cn.yigongti.consultation.consultation.Rights;
import cn.yigongti.consultation.consultation.Side;
import cn.yigongti.consultation.handling.ReportingDoctors;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.problem.NotFound;

import org.springframework.stereotype.Component;

/** A second reporting doctor (审核医生) puts their name below the report that holds. */
@Component
public class ReviewReport {

	private final Consultations kept;

	private final ChangeConsultation consultations;

	private final Reports reports;

	private final ReportingDoctors doctors;

	ReviewReport(Consultations kept, ChangeConsultation consultations, Reports reports, ReportingDoctors doctors) {
		this.kept = kept;
		this.consultations = consultations;
		this.reports = reports;
		this.doctors = doctors;
	}

	/**
	 * Reviews.
	 * @throws NotFound when there is no such version
	 * @throws SelfReview when the caller has signed it themselves
	 * @throws AlreadyReviewed when it has its reviewer, or a newer version holds
	 */
	public Consultation review(Caller caller, UUID id, int version) {
		Consultation wanted = Rights.in(this.kept.findById(id), id, caller).as(Side.CENTER);
		ReportingDoctors.Named reviewer = this.doctors.self(caller, wanted);
		return this.consultations.change(caller, id, new Change(Kind.REVIEW, Side.CENTER), (consultation, moment) -> {
			Report report = this.reports.find(id, version).orElseThrow(() -> new NotFound("report", version));
			if (report.doctorId().equals(reviewer.id())) {
				throw new SelfReview();
			}
			boolean holds = consultation.reported() != null && consultation.reported().version() == version;
			if (!holds || !this.reports.review(id, version, reviewer.id(), reviewer.name(), moment.now())) {
				throw new AlreadyReviewed();
			}
			consultation.touch(moment.now());
		});
	}

}
