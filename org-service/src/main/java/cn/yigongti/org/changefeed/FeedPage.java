package cn.yigongti.org.changefeed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import cn.yigongti.org.organization.RegisterRow;

/**
 * What was found after a position.
 *
 * @param horizon number of the oldest transaction that was running then
 */
record FeedPage(String horizon, List<Row> rows) {

	/** A change and where it stands. */
	record Row(Position position, ChangedOrganization change) {

	}

	/** Reads at least one row, which is about no organization when there was none. */
	static FeedPage of(ResultSet result, LocalDate date) throws SQLException {
		RegisterRow organization = new RegisterRow(date);
		List<Row> rows = new ArrayList<>();
		String horizon = "";
		while (result.next()) {
			horizon = result.getString("horizon");
			UUID id = result.getObject("id", UUID.class);
			if (id != null) {
				rows.add(new Row(new Position(result.getString("transaction"), id),
						new ChangedOrganization(organization.mapRow(result, rows.size()),
								result.getObject("changed_at", OffsetDateTime.class).toInstant())));
			}
		}
		return new FeedPage(horizon, rows);
	}

}
