package cn.yigongti.consultation.center;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import cn.yigongti.consultation.party.Party;
import cn.yigongti.platform.identifier.UuidV7;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;

import static org.springframework.data.relational.core.mapping.Embedded.OnEmpty.USE_EMPTY;

/**
 * An organization that reports for the others of a consortium.
 *
 * @param organization as it stood when the centre was made or changed
 * @param active whether it takes new relations and new consultations
 * @param place which of the consortium's two places it takes while it is active
 * @param reportingDoctors in the order given
 */
@Table
public record ConsultationCenter(@Id UUID id, UUID consortiumId,
		@Embedded(onEmpty = USE_EMPTY, prefix = "organization_") Party organization, String introduction,
		List<String> specialties, boolean active, @Nullable Integer place,
		@MappedCollection(idColumn = "center_id", keyColumn = "position") List<ReportingDoctor> reportingDoctors,
		Instant createdAt, Instant updatedAt, @Version long version) {

	public ConsultationCenter {
		specialties = List.copyOf(specialties);
		reportingDoctors = List.copyOf(reportingDoctors);
	}

	/**
	 * A new centre.
	 * @param place {@code null} for one that is not active yet
	 */
	static ConsultationCenter made(UUID consortiumId, Party organization, Profile profile, @Nullable Integer place,
			Instant now) {
		Instant at = now.truncatedTo(ChronoUnit.MICROS);
		return new ConsultationCenter(UuidV7.next(), consortiumId, organization, profile.introduction(),
				profile.specialties(), place != null, place, profile.reportingDoctors(), at, at, 0);
	}

	/**
	 * The same with another profile.
	 * @param place {@code null} when it shall not be active
	 */
	ConsultationCenter changed(Party organization, Profile profile, @Nullable Integer place, Instant now) {
		return new ConsultationCenter(this.id, this.consortiumId, organization, profile.introduction(),
				profile.specialties(), place != null, place, profile.reportingDoctors(), this.createdAt,
				now.truncatedTo(ChronoUnit.MICROS), this.version);
	}

	/** The user as one who reports here; nobody does at a centre that is not active. */
	public Optional<ReportingDoctor> reportingDoctor(UUID userId) {
		return this.active ? listed(userId) : Optional.empty();
	}

	Optional<ReportingDoctor> listed(UUID doctorId) {
		return this.reportingDoctors.stream().filter((doctor) -> doctor.doctorId().equals(doctorId)).findFirst();
	}

}
