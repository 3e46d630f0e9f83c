package cn.yigongti.consultation.center.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import cn.yigongti.consultation.center.ConsultationCenter;
import cn.yigongti.consultation.center.ReportingDoctor;
import cn.yigongti.consultation.directory.Tier;
import io.swagger.v3.oas.annotations.media.Schema;

@Schema(name = "ConsultationCenter")
record CenterResponse(UUID id, UUID consortiumId, UUID organizationId, String organizationName, Tier organizationTier,
		String introduction, List<String> specialties, List<UUID> reportingDoctorIds, List<Doctor> reportingDoctors,
		boolean active, Instant createdAt, Instant updatedAt) {

	@Schema(name = "ReportingDoctor")
	record Doctor(UUID id, String name) {
	}

	static CenterResponse of(ConsultationCenter center) {
		return new CenterResponse(center.id(), center.consortiumId(), center.organization().id(),
				center.organization().name(), center.organization().tier(), center.introduction(), center.specialties(),
				center.reportingDoctors().stream().map(ReportingDoctor::doctorId).toList(),
				center.reportingDoctors()
					.stream()
					.map((doctor) -> new Doctor(doctor.doctorId(), doctor.name()))
					.toList(),
				center.active(), center.createdAt(), center.updatedAt());
	}

}
