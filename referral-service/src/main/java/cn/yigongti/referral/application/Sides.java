package cn.yigongti.referral.application;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.problem.InvalidInput;
import cn.yigongti.platform.problem.NotFound;
import cn.yigongti.referral.directory.Consortium;
import cn.yigongti.referral.directory.Directory;
import cn.yigongti.referral.directory.Doctor;
import cn.yigongti.referral.directory.Organization;
import cn.yigongti.referral.party.Party;
import cn.yigongti.referral.referral.Referral;
import cn.yigongti.referral.referral.ReferringDoctor;
import cn.yigongti.referral.referral.Rights;
import cn.yigongti.referral.relation.ReferralRelation;
import cn.yigongti.referral.relation.Relations;
import cn.yigongti.referral.relation.TypeAgainstTier;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Who refers to whom: looked up and checked against the relations before anything is
 * written.
 */
@Component
class Sides {

	private static final int DEFAULT_VALIDITY_DAYS = 7;

	private final Directory directory;

	private final Relations relations;

	Sides(Directory directory, Relations relations) {
		this.directory = directory;
		this.relations = relations;
	}

	record Checked(Party source, Party target, ReferringDoctor doctor, int validityDays) {
	}

	Checked check(Caller caller, Draft draft) {
		Organization source = source(caller, draft);
		Organization target = target(source, draft);
		ReferringDoctor doctor = doctor(caller, draft, source);
		return new Checked(Party.of(source), Party.of(target), doctor, validityDays(source, target));
	}

	private Organization source(Caller caller, Draft draft) {
		UUID id = (draft.sourceId() != null) ? draft.sourceId() : caller.organizationId();
		if (id == null) {
			throw new InvalidInput("/sourceId", "required");
		}
		Organization source = this.directory.organization(id)
			.filter((organization) -> mayApplyFor(caller, Party.of(organization), draft))
			.orElseThrow(() -> new NotFound("organization", id));
		checkOpen(source, "/sourceId", draft);
		return source;
	}

	private static boolean mayApplyFor(Caller caller, Party source, Draft draft) {
		return source.isWithin(caller.scopeOf(Rights.WRITE))
				&& (!draft.isImported() || source.isWithin(caller.scopeOf(Rights.IMPORT)));
	}

	private Organization target(Organization source, Draft draft) {
		List<ReferralRelation> related = this.relations.findBySourceIdAndTargetId(source.id(), draft.targetId());
		if (related.isEmpty()) {
			throw new RelationMissing();
		}
		Organization target = this.directory.organization(draft.targetId()).orElseThrow(RelationMissing::new);
		TypeAgainstTier.check(draft.type(), Party.of(source), Party.of(target));
		if (related.stream().noneMatch((relation) -> relation.enabled() && relation.type() == draft.type())) {
			throw new RelationMissing();
		}
		checkOpen(target, "/targetId", draft);
		checkAppointment(target, draft);
		return target;
	}

	private static void checkOpen(Organization organization, String pointer, Draft draft) {
		if (organization.isClosed() && !draft.isImported()) {
			throw new InvalidInput(pointer, "organization-closed");
		}
	}

	/** Who is about to close sees nobody on that day or later. */
	private static void checkAppointment(Organization target, Draft draft) {
		LocalDate day = LocalDate.ofInstant(draft.letter().appointmentAt(), Referral.ZONE);
		if (target.closesBy(day) && !draft.isImported()) {
			throw new InvalidInput("/appointmentAt", "target-closes", String.valueOf(target.closedOn()));
		}
	}

	/** History may name doctors who have left since. */
	private ReferringDoctor doctor(Caller caller, Draft draft, Organization source) {
		UUID id = doctorId(caller, draft.doctorId());
		Doctor doctor = this.directory.doctor(id)
			.filter((found) -> found.organizationId().equals(source.id()))
			.orElseThrow(() -> new InvalidInput("/doctorId", "not-a-doctor-of-the-source"));
		if (!draft.isImported() && !isThere(doctor, source)) {
			throw new InvalidInput("/doctorId", "inactive");
		}
		return new ReferringDoctor(doctor.id(), doctor.name(), doctor.departmentName());
	}

	/** Asked anew: who has left since the last synchronisation refers nobody. */
	private boolean isThere(Doctor doctor, Organization source) {
		return this.directory.presenceOf(doctor.id()).filter((presence) -> presence.isAt(source.id())).isPresent();
	}

	private static UUID doctorId(Caller caller, @Nullable UUID given) {
		if (given != null) {
			return given;
		}
		if (!caller.isUser()) {
			throw new InvalidInput("/doctorId", "required");
		}
		return caller.userId();
	}

	private int validityDays(Organization source, Organization target) {
		UUID consortium = (source.consortiumId() != null) ? source.consortiumId() : target.consortiumId();
		if (consortium == null) {
			return DEFAULT_VALIDITY_DAYS;
		}
		return this.directory.consortium(consortium)
			.map(Consortium::referralValidityDays)
			.orElse(DEFAULT_VALIDITY_DAYS);
	}

}
