package cn.yigongti.org.organization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

import cn.yigongti.org.calendar.Span;
import cn.yigongti.org.code.CreditCode;
import cn.yigongti.org.code.DivisionCode;
import cn.yigongti.org.code.OrganizationType;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;

/** An organization and its editions as rows. */
final class OrganizationRows {

	static final String SELECT = """
			select o.*, e.* from organization o join organization_edition e on e.organization_id = o.id
			where o.id in (:ids) order by o.id, e.from_on""";

	static final String INSERT = """
			insert into organization (id, version, credit_code, institution_code, address, latitude, longitude, phone,
			beds, opened_on, closed_on, closure_reason, created_at, updated_at) values (:id, 0, :creditCode,
			:institutionCode, :address, :latitude, :longitude, :phone, :beds, :openedOn, :closedOn, :closureReason,
			:createdAt, :updatedAt)""";

	static final String UPDATE = """
			update organization set version = version + 1, credit_code = :creditCode,
			institution_code = :institutionCode, address = :address, latitude = :latitude, longitude = :longitude,
			phone = :phone, beds = :beds, opened_on = :openedOn, closed_on = :closedOn,
			closure_reason = :closureReason, updated_at = :updatedAt where id = :id""";

	static final String FORGET_EDITIONS = "delete from organization_edition where organization_id = :id";

	static final String INSERT_EDITION = """
			insert into organization_edition (organization_id, from_on, until_on, name, short_name, type, tier,
			hospital_grade, region_code, parent_id) values (:id, :from, :until, :name, :shortName, :type, :tier,
			:hospitalGrade, :regionCode, :parentId)""";

	private OrganizationRows() {
	}

	/** One edition together with what is not dated. */
	record Line(UUID id, LocalDate from, Standing standing, Function<History, Organization> rest,
			@Nullable LocalDate closedOn) {

	}

	static Line line(ResultSet row, int number) throws SQLException {
		UUID id = row.getObject("id", UUID.class);
		Details details = details(row);
		String closureReason = row.getString("closure_reason");
		Instant createdAt = instant(row, "created_at");
		Instant updatedAt = instant(row, "updated_at");
		return new Line(id, row.getObject("from_on", LocalDate.class), standing(row),
				(history) -> Organization.stored(id, history, details, closureReason, createdAt, updatedAt),
				row.getObject("closed_on", LocalDate.class));
	}

	static Organization organization(List<Line> lines) {
		TreeMap<LocalDate, Standing> standings = new TreeMap<>();
		lines.forEach((line) -> standings.put(line.from(), line.standing()));
		return lines.getFirst().rest().apply(new History(standings, lines.getFirst().closedOn()));
	}

	static Edition edition(ResultSet row) throws SQLException {
		return new Edition(
				new Span(row.getObject("from_on", LocalDate.class), row.getObject("until_on", LocalDate.class)),
				standing(row));
	}

	static Standing standing(ResultSet row) throws SQLException {
		return new Standing(row.getString("name"), row.getString("short_name"),
				new OrganizationType(row.getString("type")), Tier.valueOf(row.getString("tier")),
				row.getString("hospital_grade"), new DivisionCode(row.getString("region_code")),
				row.getObject("parent_id", UUID.class));
	}

	static Details details(ResultSet row) throws SQLException {
		return new Details(Optional.ofNullable(row.getString("credit_code")).map(CreditCode::new).orElse(null),
				row.getString("institution_code"), row.getString("address"), location(row), row.getString("phone"),
				row.getObject("beds", Integer.class));
	}

	private static @Nullable Location location(ResultSet row) throws SQLException {
		Double latitude = row.getObject("latitude", Double.class);
		return (latitude != null) ? new Location(latitude, row.getDouble("longitude")) : null;
	}

	static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

	static SqlParameterSource parameters(Organization organization) {
		Details details = organization.details();
		Optional<Location> location = Optional.ofNullable(details.location());
		return new MapSqlParameterSource("id", organization.id())
			.addValue("creditCode", Optional.ofNullable(details.creditCode()).map(CreditCode::value).orElse(null))
			.addValue("institutionCode", details.institutionCode())
			.addValue("address", details.address())
			.addValue("latitude", location.map(Location::lat).orElse(null))
			.addValue("longitude", location.map(Location::lng).orElse(null))
			.addValue("phone", details.phone())
			.addValue("beds", details.beds())
			.addValue("openedOn", organization.history().openedOn())
			.addValue("closedOn", organization.history().closedOn())
			.addValue("closureReason", organization.closureReason())
			.addValue("createdAt", organization.createdAt().atOffset(ZoneOffset.UTC))
			.addValue("updatedAt", organization.updatedAt().atOffset(ZoneOffset.UTC));
	}

	static Stream<SqlParameterSource> editions(Organization organization) {
		return organization.history().editions().stream().map((edition) -> edition(organization.id(), edition));
	}

	private static SqlParameterSource edition(UUID id, Edition edition) {
		Standing standing = edition.standing();
		return new MapSqlParameterSource("id", id).addValue("from", edition.span().from())
			.addValue("until", edition.span().until())
			.addValue("name", standing.name())
			.addValue("shortName", standing.shortName())
			.addValue("type", standing.type().value())
			.addValue("tier", standing.tier().name())
			.addValue("hospitalGrade", standing.hospitalGrade())
			.addValue("regionCode", standing.regionCode().value())
			.addValue("parentId", standing.parentId());
	}

}
