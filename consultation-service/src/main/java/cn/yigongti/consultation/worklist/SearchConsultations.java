package cn.yigongti.consultation.worklist;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import cn.yigongti.consultation.consultation.Consultation;
import cn.yigongti.consultation.consultation.ConsultationStatus;
import cn.yigongti.consultation.consultation.Rights;
import cn.yigongti.consultation.search.ConsultationIndex;
import cn.yigongti.patient.PatientSeal;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.caller.DataScope;
import cn.yigongti.platform.mapping.RowMappers;
import cn.yigongti.platform.paging.Page;
import cn.yigongti.platform.paging.Paging;
import cn.yigongti.platform.period.Period;
import cn.yigongti.platform.resident.ResidentId;
import cn.yigongti.search.query.Search;
import cn.yigongti.search.query.SearchQuery;
import cn.yigongti.search.query.SearchUnavailable;
import cn.yigongti.search.query.SortType;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The list with something to search for, from the index. Whatever it finds is read from
 * the database, and shown only if the caller may still see it.
 */
@Component
class SearchConsultations {

	private static final List<ConsultationStatus> ALL = List.of(ConsultationStatus.values());

	private final Search search;

	private final JdbcClient jdbc;

	private final PatientSeal seal;

	private final Clock clock;

	private final RowMapper<Consultation> rows;

	SearchConsultations(Search search, JdbcClient jdbc, PatientSeal seal, Clock clock, RowMappers mappers) {
		this.search = search;
		this.jdbc = jdbc;
		this.seal = seal;
		this.clock = clock;
		this.rows = mappers.of(Consultation.class);
	}

	/**
	 * A page.
	 * @throws SearchUnavailable when the database has to answer
	 */
	Page<Consultation> page(Caller caller, ConsultationFilter filter, String q, Paging paging) {
		SearchQuery query = this.search.in(ConsultationIndex.NAME).must(text(q));
		DataScope scope = caller.scopeOf(Rights.READ);
		if (!scope.all()) {
			query.filter(within(scope));
		}
		filters(filter, caller).forEach(query::filter);
		Page<UUID> found = query.sortedBy("submittedAt", "submittedAt", SortType.INSTANT)
			.sortedBy("dueAt", "dueAt", SortType.INSTANT)
			.page(paging);
		return new Page<>(load(found.items(), scope), found.nextCursor(), found.total(), found.totalIsLowerBound());
	}

	private List<Consultation> load(List<UUID> ids, DataScope scope) {
		Map<UUID, Consultation> byId = this.jdbc.sql("select * from consultation where id = any (:ids)")
			.param("ids", ids.toArray(UUID[]::new))
			.query(this.rows)
			.list()
			.stream()
			.filter((one) -> one.isVisibleIn(scope))
			.collect(Collectors.toMap(Consultation::id, Function.identity()));
		return ids.stream().map(byId::get).filter(Objects::nonNull).toList();
	}

	private Query text(String q) {
		if (ResidentId.isLike(q)) {
			return any("patientIdNumberHash", this.seal.idNumberHashes(q));
		}
		List<Query> branches = new ArrayList<>(List.of(any("patientNameHash", this.seal.nameHashes(q)),
				any("patientPhoneHash", this.seal.phoneHashes(q)), any("consultationNumber", List.of(q)),
				Query.of((query) -> query.prefix((prefix) -> prefix.field("diagnosisCode").value(q))),
				phrase("doctors", q), phrase("diagnosis", q), phrase("report", q)));
		this.seal.containedInName(q).forEach((parts) -> branches.add(all("patientNameParts", parts)));
		return or(branches);
	}

	private static Query within(DataScope scope) {
		List<Query> branches = new ArrayList<>();
		for (String side : List.of("applicantId", "centerOrganizationId")) {
			branches.add(any(side, scope.organizations()));
		}
		branches.add(any("consortia", scope.consortia()));
		scope.regions()
			.forEach((prefix) -> branches
				.add(Query.of((query) -> query.prefix((region) -> region.field("regions").value(prefix)))));
		return or(branches);
	}

	private List<Query> filters(ConsultationFilter filter, Caller caller) {
		List<Query> filters = new ArrayList<>();
		addAny(filters, "status", filter.status());
		add(filters, "type", filter.type());
		add(filters, "urgency", filter.urgency());
		add(filters, "applicantId", filter.applicantId());
		add(filters, "centerId", filter.centerId());
		add(filters, "imported", filter.imported());
		add(filters, "criticalValueOpen", filter.criticalValueOpen());
		filters.addAll(submitted(Period.ofYear(filter.year(), filter.quarter())));
		filters.addAll(submitted(
				Period.between("submittedFrom", filter.submittedFrom(), "submittedTo", filter.submittedTo())));
		if (filter.role() != null) {
			add(filters, filter.role().equals("applicant") ? "applicantId" : "centerOrganizationId",
					Callers.organization(caller));
		}
		toDo(filters, filter, caller);
		return filters;
	}

	private void toDo(List<Query> filters, ConsultationFilter filter, Caller caller) {
		if (filter.open() != null) {
			addAny(filters, "status",
					ALL.stream().filter((status) -> status.isOpen() == filter.open().booleanValue()).toList());
		}
		if (filter.overdue() != null) {
			Query late = Query.of((query) -> query.bool(
					(both) -> both.filter(any("status", ALL.stream().filter(ConsultationStatus::isWithCentre).toList()))
						.filter(range("dueAt", null, this.clock.instant()))));
			filters.add(filter.overdue() ? late : not(late));
		}
		if ("none".equals(filter.claimedBy())) {
			filters.add(not(Query.of((query) -> query.exists((claimed) -> claimed.field("claimedBy")))));
		}
		else if (filter.claimedBy() != null) {
			add(filters, "claimedBy", Callers.user(caller));
		}
	}

	private static List<Query> submitted(Period period) {
		return (period.from() == null && period.until() == null) ? List.of()
				: List.of(range("submittedAt", period.from(), period.until()));
	}

	private static Query range(String field, @Nullable Instant from, @Nullable Instant until) {
		return Query.of((query) -> query.range((range) -> range.date((date) -> {
			date.field(field).format("strict_date_optional_time_nanos");
			if (from != null) {
				date.gte(from.toString());
			}
			return (until != null) ? date.lt(until.toString()) : date;
		})));
	}

	private static void add(List<Query> filters, String field, @Nullable Object value) {
		if (value != null) {
			filters.add(any(field, List.of(value)));
		}
	}

	private static void addAny(List<Query> filters, String field, @Nullable Collection<?> values) {
		if (values != null) {
			filters.add(any(field, values));
		}
	}

	private static Query any(String field, Collection<?> values) {
		List<FieldValue> terms = values.stream().map(Object::toString).map(FieldValue::of).toList();
		return Query.of((query) -> query.terms((any) -> any.field(field).terms((of) -> of.value(terms))));
	}

	private static Query all(String field, List<String> values) {
		return Query.of((query) -> query
			.bool((all) -> all.filter(values.stream().map((value) -> any(field, List.of(value))).toList())));
	}

	private static Query phrase(String field, String text) {
		return Query.of((query) -> query.matchPhrase((phrase) -> phrase.field(field).query(text)));
	}

	private static Query or(List<Query> branches) {
		return Query.of((query) -> query.bool((any) -> any.should(branches).minimumShouldMatch("1")));
	}

	private static Query not(Query query) {
		return Query.of((negated) -> negated.bool((none) -> none.mustNot(query)));
	}

}
