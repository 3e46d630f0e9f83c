package cn.yigongti.iam.audit;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import cn.yigongti.iam.audit.AllServices.Answers;
import cn.yigongti.iam.audit.FoundEvents.Found;
import cn.yigongti.iam.audit.directory.PeerTrails;
import cn.yigongti.iam.audit.directory.TrailEvent;
import cn.yigongti.iam.audit.directory.TrailLookup;
import cn.yigongti.iam.audit.directory.TrailPage;
import cn.yigongti.platform.audit.AuditEntry;
import cn.yigongti.platform.audit.AuditEvent;
import cn.yigongti.platform.audit.AuditTrail;
import cn.yigongti.platform.audit.ResidentHash;
import cn.yigongti.platform.audit.search.SearchTrail;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.caller.DataScope;
import cn.yigongti.platform.paging.Page;
import cn.yigongti.platform.paging.Paging;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/**
 * Merges a page out of the pages of all services: each gives as many events as the page
 * has, in the same order and behind the same event, so the first of them all are the
 * page.
 */
@Service
public class SearchAllTrails {

	public static final String READ = "audit-event:read";

	private final String ownName;

	private final SearchTrail ownTrail;

	private final PeerTrails peers;

	private final AuditTrail audit;

	SearchAllTrails(@Value("${spring.application.name}") String ownName, SearchTrail ownTrail, PeerTrails peers,
			AuditTrail audit) {
		this.ownName = ownName;
		this.ownTrail = ownTrail;
		this.peers = peers;
		this.audit = audit;
	}

	/**
	 * A page of events whose callers are in the scope of this caller. That they looked is
	 * an event as well.
	 * @param paging sorted by {@code at}
	 */
	public FoundEvents page(Caller caller, AuditQuery query, Paging paging) {
		DataScope scope = caller.scopeOf(READ);
		String number = query.residentIdNumber();
		ResidentHash resident = (number != null) ? this.audit.resident(number) : null;
		TrailLookup lookup = query.lookup(scope, paging);
		Answers<TrailPage> answers = AllServices.ask(services(query.service()),
				(service) -> service.equals(this.ownName) ? own(scope, query, resident, paging)
						: this.peers.lookUp(service, lookup));
		FoundEvents found = merge(answers, paging);
		this.audit.record(AuditEntry.of(caller, READ, "audit-event").about(resident).counting(found.items().size()));
		return found;
	}

	private Set<String> services(@Nullable String only) {
		Set<String> services = new TreeSet<>(this.peers.services());
		services.add(this.ownName);
		if (only != null) {
			services.retainAll(Set.of(only));
		}
		return services;
	}

	private TrailPage own(DataScope scope, AuditQuery query, @Nullable ResidentHash resident, Paging paging) {
		Page<TrailEvent> page = this.ownTrail.page(DataScope.ALL, scope, query.filter(resident), paging)
			.map(SearchAllTrails::event);
		return new TrailPage(page.items(), page.nextCursor(), page.total(), page.totalIsLowerBound());
	}

	private static TrailEvent event(AuditEvent event) {
		return new TrailEvent(event.id(), event.at(), event.caller(), event.callerKind(), event.organizationId(),
				event.consortiumId(), event.action(), event.resource(), event.resourceId(), event.result().name(),
				event.reason(), event.items(), event.origin(), event.traceId());
	}

	private static FoundEvents merge(Answers<TrailPage> answers, Paging paging) {
		List<Found> all = answers.byService()
			.entrySet()
			.stream()
			.flatMap((answer) -> answer.getValue().items().stream().map((event) -> new Found(answer.getKey(), event)))
			.sorted(order(paging))
			.toList();
		List<Found> page = all.subList(0, Math.min(paging.limit(), all.size()));
		boolean more = page.size() < all.size()
				|| answers.byService().values().stream().anyMatch((one) -> one.nextCursor() != null);
		return new FoundEvents(page, more ? cursorAfter(page.getLast().event(), paging) : null,
				answers.byService().values().stream().mapToLong(TrailPage::total).sum(),
				answers.byService().values().stream().anyMatch((one) -> Boolean.TRUE.equals(one.totalIsLowerBound())),
				List.copyOf(answers.unavailable()));
	}

	/** As PostgreSQL sorts UUIDs; Java compares them as if half of them were negative. */
	private static Comparator<Found> order(Paging paging) {
		Comparator<Found> ascending = Comparator.<Found, Instant>comparing((found) -> found.event().at())
			.thenComparing((found) -> found.event().id().toString());
		return paging.sort().getFirst().descending() ? ascending.reversed() : ascending;
	}

	private static String cursorAfter(TrailEvent last, Paging paging) {
		return paging.cursorAfter(List.of(last.at().toString(), last.id().toString()));
	}

}
