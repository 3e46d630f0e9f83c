package cn.yigongti.consultation.worklist;

import java.time.Clock;
import java.util.List;
import java.util.Map;

import cn.yigongti.consultation.consultation.Consultation;
import cn.yigongti.consultation.consultation.Rights;
import cn.yigongti.patient.PatientSearch;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.mapping.RowMappers;
import cn.yigongti.platform.paging.Condition;
import cn.yigongti.platform.paging.KeysetQuery;
import cn.yigongti.platform.paging.Page;
import cn.yigongti.platform.paging.Paging;
import cn.yigongti.platform.paging.ScopedSides;
import cn.yigongti.platform.period.Period;
import cn.yigongti.platform.resident.ResidentId;
import cn.yigongti.search.query.SearchOrDatabase;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Consultations page by page: one statement for a page, in every scope and sort.
 */
@Component
public class ConsultationList {

	/** Word for word what the indexes {@code consultation_open_…} are made for. */
	private static final String OPEN = "status in ('SUBMITTED', 'ACCEPTED', 'SCHEDULED', 'SENT_BACK')";

	/**
	 * The same as the index is asked. It reads what the other filters leave, so it is
	 * slower, but not for what is known exactly.
	 */
	private static final String TEXT = """
			consultation_number = :q
			or (diagnosis_code >= :q and diagnosis_code < :q || chr(1114111))
			or doctor_name ilike :pattern or report_doctor_name ilike :pattern or diagnosis_text ilike :pattern
			or exists (select from consultation_report r where r.consultation_id = consultation.id
				and r.version = consultation.report_version
				and (r.findings ilike :pattern or r.opinion ilike :pattern or r.advice ilike :pattern))""";

	private final SearchOrDatabase searchOrDatabase;

	private final SearchConsultations search;

	private final JdbcClient jdbc;

	private final PatientSearch patients;

	private final Clock clock;

	private final RowMapper<Consultation> rows;

	ConsultationList(SearchOrDatabase searchOrDatabase, SearchConsultations search, JdbcClient jdbc,
			PatientSearch patients, Clock clock, RowMappers mappers) {
		this.searchOrDatabase = searchOrDatabase;
		this.search = search;
		this.jdbc = jdbc;
		this.patients = patients;
		this.clock = clock;
		this.rows = mappers.of(Consultation.class);
	}

	/** A page of consultations in the caller's scope. */
	public Page<Consultation> page(Caller caller, ConsultationFilter filter, Paging paging) {
		String q = (filter.q() != null) ? filter.q().strip() : "";
		return q.isEmpty() ? fromDatabase(caller, filter, q, paging) : this.searchOrDatabase
			.answer(() -> this.search.page(caller, filter, q, paging), () -> fromDatabase(caller, filter, q, paging));
	}

	private Page<Consultation> fromDatabase(Caller caller, ConsultationFilter filter, String q, Paging paging) {
		KeysetQuery query = KeysetQuery.select("consultation.*", "consultation")
			.whereIfPresent("status = any (:statuses)", "statuses", statuses(filter))
			.whereIfPresent("type = :type", "type", filter.type())
			.whereIfPresent("urgency = :urgency", "urgency", filter.urgency())
			.whereIfPresent("applicant_id = :applicant", "applicant", filter.applicantId())
			.whereIfPresent("center_id = :center", "center", filter.centerId())
			.whereIfPresent("imported = :imported", "imported", filter.imported());
		submitted(query, "year", Period.ofYear(filter.year(), filter.quarter()));
		submitted(query, "time",
				Period.between("submittedFrom", filter.submittedFrom(), "submittedTo", filter.submittedTo()));
		toDo(query, caller, filter);
		role(query, caller, filter.role());
		search(query, q);
		return query.anyOf(ScopedSides.within(caller.scopeOf(Rights.READ), "applicant", "center_organization"))
			.sortedBy("submittedAt", "submitted_at", "timestamptz")
			.sortedBy("dueAt", "due_at", "timestamptz")
			.page(this.jdbc, paging, this.rows);
	}

	private static String @Nullable [] statuses(ConsultationFilter filter) {
		return (filter.status() != null) ? filter.status().stream().map(Enum::name).toArray(String[]::new) : null;
	}

	private static void submitted(KeysetQuery query, String name, Period period) {
		query.whereIfPresent("submitted_at >= :%s_from".formatted(name), name + "_from", period.from())
			.whereIfPresent("submitted_at < :%s_until".formatted(name), name + "_until", period.until());
	}

	private void toDo(KeysetQuery query, Caller caller, ConsultationFilter filter) {
		if (filter.open() != null) {
			query.where(new Condition(filter.open() ? OPEN : "not " + OPEN));
		}
		if (filter.overdue() != null) {
			String late = OPEN + " and status <> 'SENT_BACK' and due_at < :now";
			query.where(filter.overdue() ? late : "not (" + late + ")", "now", this.clock.instant());
		}
		if (filter.criticalValueOpen() != null) {
			String critical = "critical_value and critical_acknowledged_at is null";
			query.where(new Condition(filter.criticalValueOpen() ? critical : "not (" + critical + ")"));
		}
		if ("none".equals(filter.claimedBy())) {
			query.where(new Condition("claimed_by_id is null"));
		}
		else if (filter.claimedBy() != null) {
			query.where("claimed_by_id = :me", "me", Callers.user(caller));
		}
	}

	private static void role(KeysetQuery query, Caller caller, @Nullable String role) {
		if (role == null) {
			return;
		}
		query.where(role.equals("applicant") ? "applicant_id = :own" : "center_organization_id = :own", "own",
				Callers.organization(caller));
	}

	private void search(KeysetQuery query, String text) {
		if (ResidentId.isLike(text)) {
			query.where(this.patients.idNumber(text));
		}
		else if (!text.isEmpty()) {
			query.where(Condition.anyOf(List.of(this.patients.nameOrPhone(text),
					new Condition(TEXT, Map.of("q", text, "pattern", pattern(text))))));
		}
	}

	private static String pattern(String text) {
		return "%" + text.replaceAll("([\\\\%_])", "\\\\$1") + "%";
	}

}
