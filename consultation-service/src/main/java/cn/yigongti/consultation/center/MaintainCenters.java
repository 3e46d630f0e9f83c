package cn.yigongti.consultation.center;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import cn.yigongti.consultation.directory.Directory;
import cn.yigongti.consultation.directory.Organization;
import cn.yigongti.consultation.party.Party;
import cn.yigongti.platform.audit.AuditTrail;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.problem.FieldProblem;
import cn.yigongti.platform.problem.InvalidInput;
import cn.yigongti.platform.problem.NotFound;
import cn.yigongti.platform.version.ExpectedVersion;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Makes and changes centres. Others are asked before the transaction begins, so that none
 * waits for them.
 */
@Component
public class MaintainCenters {

	private static final String WRITE = "consultation-center:write";

	private static final String RESOURCE = "consultation-center";

	private final Directory directory;

	private final Staff staff;

	private final Centers centers;

	private final Places places;

	private final AuditTrail audit;

	private final Clock clock;

	private final TransactionOperations transaction;

	MaintainCenters(Directory directory, Staff staff, Centers centers, Places places, AuditTrail audit, Clock clock,
			TransactionOperations transaction) {
		this.directory = directory;
		this.staff = staff;
		this.centers = centers;
		this.places = places;
		this.audit = audit;
		this.clock = clock;
		this.transaction = transaction;
	}

	/**
	 * Makes an organization a centre of its consortium.
	 * @throws NotFound when the organization is not there or not in the caller's scope
	 * @throws InvalidInput when it is no active member, or a doctor is none of its own
	 * @throws CenterExists when it is a centre already
	 * @throws CenterLimit when it shall be active and two others are
	 */
	public ConsultationCenter make(Caller caller, CenterDraft draft) {
		Organization organization = this.directory.organization(draft.organizationId())
			.filter((found) -> Party.of(found).isWithin(caller.scopeOf(WRITE)))
			.orElseThrow(() -> new NotFound("organization", draft.organizationId()));
		checkMember(organization, draft.consortiumId());
		Profile profile = draft
			.profile(this.staff.doctors(organization.id(), draft.reportingDoctorIds(), (_) -> Optional.empty()));
		return inTurn(draft.consortiumId(), () -> {
			if (this.centers.existsByConsortiumIdAndOrganizationId(draft.consortiumId(), organization.id())) {
				throw new CenterExists();
			}
			Integer place = draft.active() ? this.places.free(draft.consortiumId()) : null;
			return keep(caller, "consultation-center:create", ConsultationCenter.made(draft.consortiumId(),
					Party.of(organization), profile, place, this.clock.instant()));
		});
	}

	/**
	 * Changes a centre; its consortium and its organization stay what they are. One that
	 * shall not be active keeps its doctors even if they have left: nobody asks them.
	 * @throws NotFound when it is not there or not in the caller's scope
	 * @throws InvalidInput when it can't be so
	 * @throws CenterLimit when it shall be active again and two others are
	 */
	public ConsultationCenter change(Caller caller, UUID id, ExpectedVersion expected, CenterDraft draft) {
		ConsultationCenter current = this.centers.findById(id)
			.filter((center) -> center.organization().isWithin(caller.scopeOf(WRITE)))
			.orElseThrow(() -> new NotFound("consultation centre", id));
		expected.verify(current.version());
		checkUnchanged(current, draft);
		Party organization = draft.active() ? member(current) : current.organization();
		Profile profile = draft.profile(this.staff.doctors(organization.id(), draft.reportingDoctorIds(),
				(doctor) -> draft.active() ? Optional.empty() : current.listed(doctor)));
		return inTurn(current.consortiumId(), () -> keep(caller, "consultation-center:change",
				current.changed(organization, profile, place(current, draft), this.clock.instant())));
	}

	private @Nullable Integer place(ConsultationCenter current, CenterDraft draft) {
		if (!draft.active()) {
			return null;
		}
		return current.active() ? current.place() : Integer.valueOf(this.places.free(current.consortiumId()));
	}

	private ConsultationCenter keep(Caller caller, String action, ConsultationCenter center) {
		ConsultationCenter kept = this.centers.save(center);
		this.audit.record(caller, action, RESOURCE, kept.id().toString(), null);
		return kept;
	}

	private ConsultationCenter inTurn(UUID consortiumId, Supplier<ConsultationCenter> writing) {
		return Objects.requireNonNull(this.transaction.execute((status) -> {
			this.places.await(consortiumId);
			return writing.get();
		}));
	}

	private Party member(ConsultationCenter center) {
		Organization organization = this.directory.organization(center.organization().id())
			.orElseThrow(() -> new NotFound("organization", center.organization().id()));
		checkMember(organization, center.consortiumId());
		return Party.of(organization);
	}

	private static void checkMember(Organization organization, UUID consortiumId) {
		if (organization.isClosed()) {
			throw new InvalidInput("/organizationId", "organization-closed");
		}
		if (!consortiumId.equals(organization.consortiumId())) {
			throw new InvalidInput("/organizationId", "not-a-member");
		}
	}

	private static void checkUnchanged(ConsultationCenter current, CenterDraft draft) {
		List<FieldProblem> problems = new ArrayList<>();
		if (!current.consortiumId().equals(draft.consortiumId())) {
			problems.add(new FieldProblem("/consortiumId", "unchangeable"));
		}
		if (!current.organization().id().equals(draft.organizationId())) {
			problems.add(new FieldProblem("/organizationId", "unchangeable"));
		}
		if (!problems.isEmpty()) {
			throw new InvalidInput(problems);
		}
	}

}
