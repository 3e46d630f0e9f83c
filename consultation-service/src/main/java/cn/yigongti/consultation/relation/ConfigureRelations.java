package cn.yigongti.consultation.relation;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import cn.yigongti.consultation.center.ConsultationCenter;
import cn.yigongti.consultation.directory.Directory;
import cn.yigongti.consultation.directory.Organization;
import cn.yigongti.platform.audit.AuditTrail;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.problem.InvalidInput;
import cn.yigongti.platform.problem.NotFound;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Applies the one-click rule to one or two centres. As often as it is clicked, also at
 * the same time, it creates once.
 */
@Component
public class ConfigureRelations {

	private final Directory directory;

	private final ChosenCenters centers;

	private final Relations relations;

	private final BulkRelations bulk;

	private final AuditTrail audit;

	private final Clock clock;

	private final TransactionOperations transaction;

	ConfigureRelations(Directory directory, ChosenCenters centers, Relations relations, BulkRelations bulk,
			AuditTrail audit, Clock clock, TransactionOperations transaction) {
		this.directory = directory;
		this.centers = centers;
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
	public record Configured(boolean dryRun, List<ConsultationRelation> created, List<ConsultationRelation> existing,
			List<OneClickConfiguration.Skipped> skipped) {
	}

	/**
	 * Configures.
	 * @throws NotFound when a centre is not there or not in the caller's scope
	 * @throws InvalidInput when one can't be chosen
	 */
	public Configured configure(Caller caller, UUID consortiumId, List<UUID> centerIds, boolean dryRun) {
		List<ConsultationCenter> chosen = this.centers.find(consortiumId, centerIds,
				caller.scopeOf("consultation-relation:write"));
		List<Organization> members = this.directory.members(consortiumId);
		OneClickConfiguration rule = OneClickConfiguration.of(this.centers.among(members, chosen), members,
				this.clock.instant());
		if (dryRun) {
			return result(true, rule, this.relations.findByCenterIdIn(centerIds));
		}
		return Objects.requireNonNull(this.transaction.execute((status) -> click(caller, centerIds, rule)));
	}

	private Configured click(Caller caller, List<UUID> centerIds, OneClickConfiguration rule) {
		this.centers.hold(centerIds);
		Set<UUID> created = this.bulk.addMissing(rule.wanted());
		this.audit.recordAll(caller, "consultation-relation:auto-configure", "consultation-center",
				centerIds.stream().map(UUID::toString).toList());
		return result(false, rule,
				this.relations.findByCenterIdIn(centerIds)
					.stream()
					.filter((relation) -> !created.contains(relation.id()))
					.toList());
	}

	private static Configured result(boolean dryRun, OneClickConfiguration rule, List<ConsultationRelation> stood) {
		Map<ConsultationRelation.Key, ConsultationRelation> byKey = stood.stream()
			.collect(Collectors.toMap(ConsultationRelation::key, Function.identity()));
		return new Configured(dryRun,
				rule.wanted().stream().filter((relation) -> !byKey.containsKey(relation.key())).toList(),
				rule.wanted().stream().map((relation) -> byKey.get(relation.key())).filter(Objects::nonNull).toList(),
				rule.skipped());
	}

}
