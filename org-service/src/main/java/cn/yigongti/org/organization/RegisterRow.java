package cn.yigongti.org.organization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;

import cn.yigongti.org.code.CreditCode;
import cn.yigongti.org.code.DivisionCode;
import cn.yigongti.org.code.OrganizationType;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.RowMapper;

/** Reads an organization and its consortium of a date. */
record RegisterRow(LocalDate date) implements RowMapper<RegisteredOrganization> {

	static final String COLUMNS = """
			o.id, o.version, o.name, o.short_name, o.type, o.tier, o.credit_code, o.institution_code, o.region_code,
			o.parent_id, o.address, o.latitude, o.longitude, o.phone, o.beds, o.hospital_grade, o.opened_on, o.closed_on,
			o.closure_reason, o.created_at, o.updated_at, m.consortium_id""";

	@Override
	public RegisteredOrganization mapRow(ResultSet row, int number) throws SQLException {
		LocalDate closedOn = row.getObject("closed_on", LocalDate.class);
		boolean closed = closedOn != null && !closedOn.isAfter(this.date);
		return new RegisteredOrganization(row.getObject("id", UUID.class), row.getLong("version"), particulars(row),
				closedOn, row.getString("closure_reason"),
				closed ? OrganizationStatus.CLOSED : OrganizationStatus.ACTIVE,
				row.getObject("consortium_id", UUID.class), instant(row, "created_at"), instant(row, "updated_at"));
	}

	private static Particulars particulars(ResultSet row) throws SQLException {
		String creditCode = row.getString("credit_code");
		return new Particulars(row.getString("name"), row.getString("short_name"),
				new OrganizationType(row.getString("type")), Tier.valueOf(row.getString("tier")),
				(creditCode != null) ? new CreditCode(creditCode) : null, row.getString("institution_code"),
				new DivisionCode(row.getString("region_code")), row.getObject("parent_id", UUID.class),
				row.getString("address"), location(row), row.getString("phone"), row.getObject("beds", Integer.class),
				row.getString("hospital_grade"), row.getObject("opened_on", LocalDate.class));
	}

	private static @Nullable Location location(ResultSet row) throws SQLException {
		Double latitude = row.getObject("latitude", Double.class);
		return (latitude != null) ? new Location(latitude, row.getDouble("longitude")) : null;
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

}
