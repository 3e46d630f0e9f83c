package cn.yigongti.referral.worklist;

import java.util.List;
import java.util.UUID;

import cn.yigongti.patient.PatientSearch;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.mapping.RowMappers;
import cn.yigongti.platform.paging.Condition;
import cn.yigongti.platform.paging.KeysetQuery;
import cn.yigongti.platform.paging.Page;
import cn.yigongti.platform.paging.Paging;
import cn.yigongti.platform.paging.ScopedSides;
import cn.yigongti.platform.period.Period;
import cn.yigongti.platform.problem.FieldProblem;
import cn.yigongti.platform.problem.InvalidParameter;
import cn.yigongti.platform.resident.ResidentId;
import cn.yigongti.referral.referral.Referral;
import cn.yigongti.referral.referral.Rights;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Referrals page by page: one statement for the page and one for the bounded count, in
 * every scope and sort.
 */
@Component
public class ReferralList {

	/**
	 * What a doctor, a number or a diagnosis may be; text is compared by bytes, so a
	 * prefix is a range.
	 */
	private static final String TEXT = """
			outpatient_number = :q or inpatient_number = :q or doctor_name = :q
			or (diagnosis_code >= :q and diagnosis_code < :q || chr(1114111))
			or (diagnosis_text >= :q and diagnosis_text < :q || chr(1114111))""";

	private final JdbcClient jdbc;

	private final PatientSearch patients;

	private final RowMapper<Referral> rows;

	ReferralList(JdbcClient jdbc, PatientSearch patients, RowMappers mappers) {
		this.jdbc = jdbc;
		this.patients = patients;
		this.rows = mappers.of(Referral.class);
	}

	/**
	 * A page of referrals in the caller's scope.
	 * @param onlyVoid void referrals instead of those that are not
	 */
	public Page<Referral> page(Caller caller, ReferralFilter filter, boolean onlyVoid, Paging paging) {
		KeysetQuery query = KeysetQuery.select("referral.*", "referral")
			.where(new Condition(onlyVoid ? "void_kind is not null" : "void_kind is null"))
			.whereIfPresent("type = :type", "type", filter.type())
			.whereIfPresent("status = :status", "status", filter.status())
			.whereIfPresent("source_id = :source", "source", filter.sourceId())
			.whereIfPresent("target_id = :target", "target", filter.targetId())
			.whereIfPresent("emergency = :emergency", "emergency", filter.emergency())
			.whereIfPresent("imported = :imported", "imported", filter.imported());
		applied(query, "year", Period.ofYear(filter.year(), filter.quarter()));
		applied(query, "time", Period.between("appliedFrom", filter.appliedFrom(), "appliedTo", filter.appliedTo()));
		role(query, caller, filter.role());
		search(query, filter.q());
		return query.anyOf(ScopedSides.within(caller.scopeOf(Rights.READ), "source", "target"))
			.sortedBy("appliedAt", "applied_at", "timestamptz")
			.sortedBy("appointmentAt", "appointment_at", "timestamptz")
			.page(this.jdbc, paging, this.rows);
	}

	private static void applied(KeysetQuery query, String name, Period period) {
		query.whereIfPresent("applied_at >= :%s_from".formatted(name), name + "_from", period.from())
			.whereIfPresent("applied_at < :%s_until".formatted(name), name + "_until", period.until());
	}

	private static void role(KeysetQuery query, Caller caller, @Nullable String role) {
		if (role == null) {
			return;
		}
		UUID own = caller.organizationId();
		if (own == null) {
			throw new InvalidParameter(new FieldProblem("/role", "no-organization"));
		}
		query.where(role.equals("source") ? "source_id = :own" : "target_id = :own", "own", own);
	}

	private void search(KeysetQuery query, @Nullable String q) {
		String text = (q != null) ? q.strip() : "";
		if (ResidentId.isLike(text)) {
			query.where(this.patients.idNumber(text));
		}
		else if (!text.isEmpty()) {
			query.where(Condition.anyOf(List.of(this.patients.nameOrPhone(text), new Condition(TEXT, "q", text))));
		}
	}

}
