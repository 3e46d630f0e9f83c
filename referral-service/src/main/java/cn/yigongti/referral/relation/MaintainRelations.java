package cn.yigongti.referral.relation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import cn.yigongti.platform.audit.AuditTrail;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.caller.DataScope;
import cn.yigongti.platform.problem.InvalidInput;
import cn.yigongti.platform.problem.NotFound;
import cn.yigongti.referral.directory.Directory;
import cn.yigongti.referral.directory.Organization;
import cn.yigongti.referral.party.Party;

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

	private static final String WRITE = "referral-relation:write";

	private static final String RESOURCE = "referral-relation";

	private final Directory directory;

	private final Relations relations;

	private final BulkRelations bulk;

	private final AuditTrail audit;

	private final Clock clock;

	private final TransactionOperations transaction;

	MaintainRelations(Directory directory, Relations relations, BulkRelations bulk, AuditTrail audit, Clock clock,
			TransactionOperations transaction) {
		this.directory = directory;
		this.relations = relations;
		this.bulk = bulk;
		this.audit = audit;
		this.clock = clock;
		this.transaction = transaction;
	}

	/**
	 * Relates two organizations.
	 * @throws NotFound when one of them is not there or not within reach of the caller
	 * @throws TypeAgainstTier when the type disagrees with their tiers
	 * @throws RelationExists when they are related so already
	 */
	public ReferralRelation add(Caller caller, UUID sourceId, UUID targetId, ReferralType type) {
		if (sourceId.equals(targetId)) {
			throw new InvalidInput("/targetId", "same-organization");
		}
		Organization source = organization(sourceId);
		Organization target = organization(targetId);
		checkReach(caller.scopeOf(WRITE), Party.of(source), Party.of(target));
		checkOpen(source, "/sourceId");
		checkOpen(target, "/targetId");
		ReferralRelation added = ReferralRelation.between(Party.of(source), Party.of(target), type,
				this.clock.instant());
		this.transaction.executeWithoutResult((status) -> {
			if (this.bulk.addMissing(List.of(added)).isEmpty()) {
				throw new RelationExists();
			}
			this.audit.record(caller, "referral-relation:create", RESOURCE, added.id().toString(), null);
		});
		return this.relations.findById(added.id()).orElse(added);
	}

	public Optional<ReferralRelation> find(UUID id, DataScope scope) {
		return this.relations.findById(id).filter((relation) -> relation.isVisibleIn(scope));
	}

	@Transactional
	public ReferralRelation enable(Caller caller, ReferralRelation relation, boolean enabled) {
		this.audit.record(caller, enabled ? "referral-relation:enable" : "referral-relation:disable", RESOURCE,
				relation.id().toString(), null);
		return this.relations.save(relation.enabled(enabled));
	}

	/**
	 * Deletes what is there and within the caller's scope.
	 * @return the ids deleted
	 */
	@Transactional
	public List<UUID> delete(Caller caller, Collection<UUID> ids) {
		DataScope scope = caller.scopeOf(WRITE);
		List<UUID> deleted = new ArrayList<>();
		for (ReferralRelation relation : this.relations.findByIdIn(ids)) {
			if (relation.isVisibleIn(scope)) {
				deleted.add(relation.id());
				this.audit.record(caller, "referral-relation:delete", RESOURCE, relation.id().toString(), null);
			}
		}
		this.relations.deleteAllById(deleted);
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

	private static void checkReach(DataScope scope, Party source, Party target) {
		boolean sourceCovered = source.isWithin(scope);
		boolean targetCovered = target.isWithin(scope);
		boolean together = source.consortiumId() != null && source.consortiumId().equals(target.consortiumId());
		if (!(sourceCovered && targetCovered) && !((sourceCovered || targetCovered) && together)) {
			throw new NotFound("organization", sourceCovered ? target.id() : source.id());
		}
	}

}
