package cn.yigongti.consultation.handling;

import java.util.Optional;
import java.util.UUID;

import cn.yigongti.consultation.center.Centers;
import cn.yigongti.consultation.center.ConsultationCenter;
import cn.yigongti.consultation.center.ReportingDoctor;
import cn.yigongti.consultation.consultation.Consultation;
import cn.yigongti.consultation.directory.Directory;
import cn.yigongti.consultation.directory.Doctor;
import cn.yigongti.platform.caller.Caller;

import org.springframework.stereotype.Component;

/** Who may report a consultation. */
@Component
public class ReportingDoctors {

	private final Centers centers;

	private final Directory directory;

	ReportingDoctors(Centers centers, Directory directory) {
		this.centers = centers;
		this.directory = directory;
	}

	/** A doctor and what they are called. */
	public record Named(UUID id, String name) {
	}

	/**
	 * The caller as a reporting doctor.
	 * @throws NotAReportingDoctor when they are none, or are not there any more
	 */
	public Named self(Caller caller, Consultation consultation) {
		if (!caller.isUser()) {
			throw new NotAReportingDoctor();
		}
		return find(caller.userId(), consultation).orElseThrow(NotAReportingDoctor::new);
	}

	/** A reporting doctor of the centre who is there, as the HIS says now. */
	public Optional<Named> find(UUID doctorId, Consultation consultation) {
		return this.centers.findById(consultation.submission().centerId())
			.map(ConsultationCenter::reportingDoctors)
			.flatMap((doctors) -> doctors.stream().filter((one) -> one.doctorId().equals(doctorId)).findAny())
			.filter((doctor) -> isThere(doctor, consultation))
			.map((doctor) -> new Named(doctor.doctorId(), doctor.name()));
	}

	private boolean isThere(ReportingDoctor doctor, Consultation consultation) {
		return this.directory.presenceOf(doctor.doctorId())
			.filter((presence) -> presence.isAt(consultation.center().id()))
			.isPresent();
	}

	/**
	 * A doctor of the centre's organization, also one who has left or reports no more.
	 */
	public Optional<Named> past(UUID doctorId, Consultation consultation) {
		return this.directory.doctor(doctorId)
			.filter((doctor) -> doctor.organizationId().equals(consultation.center().id()))
			.map((Doctor doctor) -> new Named(doctor.id(), doctor.name()));
	}

}
