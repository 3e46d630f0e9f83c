package cn.yigongti.consultation.center;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import cn.yigongti.consultation.directory.Tier;
import cn.yigongti.consultation.party.Party;
import cn.yigongti.platform.caller.DataScope;
import cn.yigongti.platform.paging.Condition;
import cn.yigongti.platform.paging.KeysetQuery;
import cn.yigongti.platform.paging.Page;
import cn.yigongti.platform.paging.Paging;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Centres page by page, each with its doctors, in one statement. */
@Component
public class CenterList {

	private static final String WITH_DOCTORS = """
			consultation_center.*, (
				select coalesce(jsonb_agg(jsonb_build_object('doctorId', doctor_id, 'name', name) order by position), '[]')
				from reporting_doctor where center_id = consultation_center.id) as doctors""";

	private static final TypeReference<List<ReportingDoctor>> DOCTORS = new TypeReference<>() {
	};

	private final JdbcClient jdbc;

	private final JsonMapper json;

	CenterList(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	public Page<ConsultationCenter> page(CenterFilter filter, DataScope scope, Paging paging) {
		return KeysetQuery.select(WITH_DOCTORS, "consultation_center")
			.whereIfPresent("consortium_id = :consortium", "consortium", filter.consortiumId())
			.whereIfPresent("organization_id = :organization", "organization", filter.organizationId())
			.whereIfPresent("active = :active", "active", filter.active())
			.anyOf(Visibility.within(scope))
			.sortedBy("createdAt", "created_at", "timestamptz")
			.page(this.jdbc, paging, (row, _) -> center(row));
	}

	public Optional<ConsultationCenter> find(UUID id, DataScope scope) {
		Condition visible = Condition.anyOf(Visibility.within(scope));
		return this.jdbc
			.sql("select %s from consultation_center where id = :id and %s".formatted(WITH_DOCTORS, visible.sql()))
			.params(visible.parameters())
			.param("id", id)
			.query((row, _) -> center(row))
			.optional();
	}

	private ConsultationCenter center(ResultSet row) throws SQLException {
		Party organization = new Party(row.getObject("organization_id", UUID.class), row.getString("organization_name"),
				Tier.valueOf(row.getString("organization_tier")),
				row.getObject("organization_consortium_id", UUID.class), row.getString("organization_region_code"));
		return new ConsultationCenter(row.getObject("id", UUID.class), row.getObject("consortium_id", UUID.class),
				organization, row.getString("introduction"), texts(row.getArray("specialties")),
				row.getBoolean("active"), row.getObject("place", Integer.class),
				this.json.readValue(row.getString("doctors"), DOCTORS), instant(row, "created_at"),
				instant(row, "updated_at"), row.getLong("version"));
	}

	private static List<String> texts(Array array) throws SQLException {
		return List.of((String[]) array.getArray());
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

}
