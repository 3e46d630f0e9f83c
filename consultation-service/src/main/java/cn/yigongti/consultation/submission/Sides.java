package cn.yigongti.consultation.submission;

import java.util.UUID;

import cn.yigongti.consultation.center.Centers;
import cn.yigongti.consultation.center.ConsultationCenter;
import cn.yigongti.consultation.consultation.ApplicantDoctor;
import cn.yigongti.consultation.consultation.Rights;
import cn.yigongti.consultation.directory.Directory;
import cn.yigongti.consultation.directory.Doctor;
import cn.yigongti.consultation.directory.Organization;
import cn.yigongti.consultation.party.Party;
import cn.yigongti.consultation.relation.Relations;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.problem.InvalidInput;
import cn.yigongti.platform.problem.NotFound;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Who asks whom: looked up and checked against the relations before anything is written.
 */
@Component
class Sides {

	private final Directory directory;

	private final Centers centers;

	private final Relations relations;

	Sides(Directory directory, Centers centers, Relations relations) {
		this.directory = directory;
		this.centers = centers;
		this.relations = relations;
	}

	record Checked(Party applicant, ApplicantDoctor doctor, ConsultationCenter center) {
	}

	Checked check(Caller caller, Draft draft) {
		Organization applicant = applicant(caller, draft);
		ConsultationCenter center = center(applicant, draft);
		return new Checked(Party.of(applicant), doctor(caller, draft, applicant), center);
	}

	private Organization applicant(Caller caller, Draft draft) {
		UUID id = (draft.applicantId() != null) ? draft.applicantId() : caller.organizationId();
		if (id == null) {
			throw new InvalidInput("/applicantId", "required");
		}
		Organization applicant = this.directory.organization(id)
			.filter((organization) -> mayApplyFor(caller, Party.of(organization), draft))
			.orElseThrow(() -> new NotFound("organization", id));
		if (applicant.isClosed() && !draft.isImported()) {
			throw new InvalidInput("/applicantId", "organization-closed");
		}
		return applicant;
	}

	private static boolean mayApplyFor(Caller caller, Party applicant, Draft draft) {
		return applicant.isWithin(caller.scopeOf(Rights.WRITE))
				&& (!draft.isImported() || applicant.isWithin(caller.scopeOf(Rights.IMPORT)));
	}

	private ConsultationCenter center(Organization applicant, Draft draft) {
		if (!this.relations.existsByApplicantIdAndCenterId(applicant.id(), draft.centerId())) {
			throw new RelationMissing();
		}
		ConsultationCenter center = this.centers.findById(draft.centerId()).orElseThrow(RelationMissing::new);
		if (draft.isImported()) {
			return center;
		}
		if (!center.active()) {
			throw new RelationMissing();
		}
		boolean closed = this.directory.organization(center.organization().id())
			.map(Organization::isClosed)
			.orElse(true);
		if (closed) {
			throw new InvalidInput("/centerId", "organization-closed");
		}
		return center;
	}

	/** History may name doctors who have left since. */
	private ApplicantDoctor doctor(Caller caller, Draft draft, Organization applicant) {
		UUID id = doctorId(caller, draft.doctorId());
		Doctor doctor = this.directory.doctor(id)
			.filter((found) -> found.organizationId().equals(applicant.id()))
			.orElseThrow(() -> new InvalidInput("/applicantDoctorId", "not-a-doctor-of-the-applicant"));
		if (!draft.isImported() && !isThere(doctor, applicant)) {
			throw new InvalidInput("/applicantDoctorId", "inactive");
		}
		return new ApplicantDoctor(doctor.id(), doctor.name(), doctor.departmentName());
	}

	/** Asked anew: who has left since the last synchronisation asks nobody. */
	private boolean isThere(Doctor doctor, Organization applicant) {
		return this.directory.presenceOf(doctor.id()).filter((presence) -> presence.isAt(applicant.id())).isPresent();
	}

	private static UUID doctorId(Caller caller, @Nullable UUID given) {
		if (given != null) {
			return given;
		}
		if (!caller.isUser()) {
			throw new InvalidInput("/applicantDoctorId", "required");
		}
		return caller.userId();
	}

}
