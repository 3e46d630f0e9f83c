package cn.yigongti.consultation.relation;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import cn.yigongti.consultation.center.Centers;
import cn.yigongti.consultation.center.ConsultationCenter;
import cn.yigongti.consultation.directory.Directory;
import cn.yigongti.consultation.directory.Organization;
import cn.yigongti.consultation.party.Party;
import cn.yigongti.platform.audit.AuditTrail;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.caller.DataScope;
import cn.yigongti.platform.problem.InvalidInput;
import cn.yigongti.platform.problem.NotFound;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Relations one by one. Who writes must cover one side with their scope; the other side
 * must be covered too or be in the same consortium, so that nobody ties strangers
 * together.
 */
@Component
public class MaintainRelations {

	private static final String WRITE = "consultation-relation:write";

	private static final String RESOURCE = "consultation-relation";

	private final Directory directory;

	private final Centers centers;

	private final Relations relations;

	private final BulkRelations bulk;

	private final AuditTrail audit;

	private final Clock clock;

	private final TransactionOperations transaction;

	MaintainRelations(Directory directory, Centers centers, Relations relations, BulkRelations bulk, AuditTrail audit,
			Clock clock, TransactionOperations transaction) {
		this.directory = directory;
		this.centers = centers;
		this.relations = relations;
		this.bulk = bulk;
		this.audit = audit;
		this.clock = clock;
		this.transaction = transaction;
	}

	/**
	 * Lets an organization apply to a centre.
	 * @throws NotFound when one of them is not there or not within reach of the caller
	 * @throws InvalidInput when one of them is closed, the centre is not active or is the
	 * applicant itself
	 * @throws RelationExists when it may already
	 */
	public ConsultationRelation add(Caller caller, UUID applicantId, UUID centerId) {
		ConsultationCenter center = this.centers.findById(centerId)
			.orElseThrow(() -> new NotFound("consultation centre", centerId));
		Organization organization = organization(center.organization().id());
		Organization applicant = organization(applicantId);
		checkReach(caller.scopeOf(WRITE), applicant, organization);
		if (applicantId.equals(organization.id())) {
			throw new InvalidInput("/applicantId", "is-the-center");
		}
		checkOpen(applicant, "/applicantId");
		checkOpen(organization, "/centerId");
		ConsultationRelation added = ConsultationRelation.between(Party.of(applicant), centerId, Party.of(organization),
				this.clock.instant());
		this.transaction.executeWithoutResult((status) -> keep(caller, added));
		return this.relations.findById(added.id()).orElse(added);
	}

	private void keep(Caller caller, ConsultationRelation added) {
		if (this.centers.holdActive(List.of(added.centerId())).isEmpty()) {
			throw new InvalidInput("/centerId", "center-inactive");
		}
		if (this.bulk.addMissing(List.of(added)).isEmpty()) {
			throw new RelationExists();
		}
		this.audit.record(caller, "consultation-relation:create", RESOURCE, added.id().toString(), null);
	}

	/**
	 * Deletes what is there and within the caller's scope.
	 * @return the ids deleted
	 */
	@Transactional
	public List<UUID> delete(Caller caller, Collection<UUID> ids) {
		List<UUID> deleted = this.bulk.delete(ids, caller.scopeOf(WRITE));
		this.audit.recordAll(caller, "consultation-relation:delete", RESOURCE,
				deleted.stream().map(UUID::toString).toList());
		return deleted;
	}

	private Organization organization(UUID id) {
		return this.directory.organization(id).orElseThrow(() -> new NotFound("organization", id));
	}

	private static void checkOpen(Organization organization, String pointer) {
		if (organization.isClosed()) {
			throw new InvalidInput(pointer, "organization-closed");
		}
	}

	private static void checkReach(DataScope scope, Organization applicant, Organization center) {
		boolean applicantCovered = Party.of(applicant).isWithin(scope);
		boolean centerCovered = Party.of(center).isWithin(scope);
		boolean together = applicant.consortiumId() != null && applicant.consortiumId().equals(center.consortiumId());
		if (!(applicantCovered && centerCovered) && !((applicantCovered || centerCovered) && together)) {
			throw new NotFound("organization", applicantCovered ? center.id() : applicant.id());
		}
	}

}
