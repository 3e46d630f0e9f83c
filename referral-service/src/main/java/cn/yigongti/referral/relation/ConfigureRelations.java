package cn.yigongti.referral.relation;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import cn.yigongti.platform.audit.AuditTrail;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.problem.InvalidInput;
import cn.yigongti.platform.problem.NotFound;
import cn.yigongti.referral.directory.Directory;
import cn.yigongti.referral.directory.Organization;
import cn.yigongti.referral.party.Party;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Applies the one-click rule to an organization. As often as it is clicked, also at the
 * same time, it creates once.
 */
@Component
public class ConfigureRelations {

	private final Directory directory;

	private final Relations relations;

	private final BulkRelations bulk;

	private final AuditTrail audit;

	private final Clock clock;

	private final TransactionOperations transaction;

	ConfigureRelations(Directory directory, Relations relations, BulkRelations bulk, AuditTrail audit, Clock clock,
			TransactionOperations transaction) {
		this.directory = directory;
		this.relations = relations;
		this.bulk = bulk;
		this.audit = audit;
		this.clock = clock;
		this.transaction = transaction;
	}

	/**
	 * What a click did, or would do.
	 *
	 * @param created relations that did not stand before
	 * @param existing relations that stood already, as they stand
	 */
	public record Configured(boolean dryRun, List<ReferralRelation> created, List<ReferralRelation> existing,
			List<OneClickConfiguration.Skipped> skipped) {
	}

	/**
	 * Configures.
	 * @throws NotFound when the organization is not there or not in the caller's scope
	 * @throws InvalidInput when it is closed or in no consortium
	 */
	public Configured configure(Caller caller, UUID organizationId, boolean dryRun) {
		Organization chosen = chosen(caller, organizationId);
		UUID consortium = Objects.requireNonNull(chosen.consortiumId());
		OneClickConfiguration rule = OneClickConfiguration.of(chosen, this.directory.members(consortium),
				this.clock.instant());
		if (dryRun) {
			return result(true, rule,
					keys(rule.wanted(), this.relations.findBySourceIdOrTargetId(organizationId, organizationId)));
		}
		return Objects.requireNonNull(this.transaction.execute((status) -> {
			Set<UUID> created = this.bulk.addMissing(rule.wanted());
			this.audit.record(caller, "referral-relation:auto-configure", "organization", organizationId.toString(),
					null);
			List<ReferralRelation> stood = this.relations.findBySourceIdOrTargetId(organizationId, organizationId)
				.stream()
				.filter((relation) -> !created.contains(relation.id()))
				.toList();
			return result(false, rule, keys(rule.wanted(), stood));
		}));
	}

	private Organization chosen(Caller caller, UUID organizationId) {
		Organization chosen = this.directory.organization(organizationId)
			.filter((organization) -> Party.of(organization).isWithin(caller.scopeOf("referral-relation:write")))
			.orElseThrow(() -> new NotFound("organization", organizationId));
		if (chosen.isClosed()) {
			throw new InvalidInput("/organizationId", "organization-closed");
		}
		if (chosen.consortiumId() == null) {
			throw new InvalidInput("/organizationId", "no-consortium");
		}
		return chosen;
	}

	private static Map<ReferralRelation.Key, ReferralRelation> keys(List<ReferralRelation> wanted,
			List<ReferralRelation> stood) {
		Set<ReferralRelation.Key> keys = wanted.stream().map(ReferralRelation::key).collect(Collectors.toSet());
		return stood.stream()
			.filter((relation) -> keys.contains(relation.key()))
			.collect(Collectors.toMap(ReferralRelation::key, Function.identity()));
	}

	private static Configured result(boolean dryRun, OneClickConfiguration rule,
			Map<ReferralRelation.Key, ReferralRelation> stood) {
		List<ReferralRelation> created = rule.wanted()
			.stream()
			.filter((relation) -> !stood.containsKey(relation.key()))
			.toList();
		return new Configured(dryRun, created, List.copyOf(stood.values()), rule.skipped());
	}

}
