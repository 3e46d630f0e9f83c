package cn.yigongti.consultation.relation;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import cn.yigongti.consultation.party.Party;
import cn.yigongti.platform.caller.DataScope;
import cn.yigongti.platform.identifier.UuidV7;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

import static org.springframework.data.relational.core.mapping.Embedded.OnEmpty.USE_EMPTY;

/**
 * That an applicant may apply to a centre. Both sides are those of the day it was made.
 */
@Table
public record ConsultationRelation(@Id UUID id, @Embedded(onEmpty = USE_EMPTY, prefix = "applicant_") Party applicant,
		UUID centerId, @Embedded(onEmpty = USE_EMPTY, prefix = "center_organization_") Party centerOrganization,
		Instant createdAt, @Version long version) {

	/** A new relation; the applicant is not the centre's own organization. */
	static ConsultationRelation between(Party applicant, UUID centerId, Party centerOrganization, Instant now) {
		return new ConsultationRelation(UuidV7.next(), applicant, centerId, centerOrganization,
				now.truncatedTo(ChronoUnit.MICROS), 0);
	}

	/** What makes two relations the same. */
	record Key(UUID applicantId, UUID centerId) {
	}

	Key key() {
		return new Key(this.applicant.id(), this.centerId);
	}

	boolean isVisibleIn(DataScope scope) {
		return this.applicant.isWithin(scope) || this.centerOrganization.isWithin(scope);
	}

}
