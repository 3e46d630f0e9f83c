package cn.yigongti.org.organization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;

import org.springframework.jdbc.core.RowMapper;

/** Reads an organization, its edition and its consortium of a date. */
public record RegisterRow(LocalDate date) implements RowMapper<RegisteredOrganization> {

	public static final String COLUMNS = """
			o.id, o.version, o.credit_code, o.institution_code, o.address, o.latitude, o.longitude, o.phone, o.beds,
			o.opened_on, o.closed_on, o.closure_reason, o.created_at, o.updated_at, e.from_on, e.name, e.short_name,
			e.type, e.tier, e.hospital_grade, e.region_code, e.parent_id, m.consortium_id""";

	@Override
	public RegisteredOrganization mapRow(ResultSet row, int number) throws SQLException {
		LocalDate closedOn = row.getObject("closed_on", LocalDate.class);
		boolean closed = closedOn != null && !closedOn.isAfter(this.date);
		return new RegisteredOrganization(row.getObject("id", UUID.class), row.getLong("version"),
				new Particulars(OrganizationRows.standing(row), OrganizationRows.details(row),
						row.getObject("opened_on", LocalDate.class)),
				row.getObject("from_on", LocalDate.class), closedOn, row.getString("closure_reason"),
				closed ? OrganizationStatus.CLOSED : OrganizationStatus.ACTIVE,
				row.getObject("consortium_id", UUID.class), OrganizationRows.instant(row, "created_at"),
				OrganizationRows.instant(row, "updated_at"));
	}

}
