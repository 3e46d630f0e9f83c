package cn.yigongti.iam.usersync.page;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;

import cn.yigongti.cloudhis.HisUser;
import cn.yigongti.iam.user.StaffMember;
import cn.yigongti.iam.usersync.page.SyncRange.Placement.Meant;
import cn.yigongti.iam.usersync.page.SyncRange.Placement.Misplaced;
import cn.yigongti.iam.usersync.page.SyncRange.Placement.PassedOver;
import org.jspecify.annotations.Nullable;

/**
 * A row as far as it can be understood by itself.
 *
 * @param number counted from 1 over all pages
 * @param member what it says, when it is of an organization that is meant and right in
 * every field
 * @param refused what is wrong with it and to be reported
 * @param named whether the person is with this HIS, whatever else is wrong
 */
record ReadRow(int number, HisUser row, @Nullable StaffMember member, @Nullable Refused refused, boolean named) {

	static ReadRow of(int number, HisUser row, SyncRange range) {
		String idFlaw = RowReader.userIdFlaw(row);
		if (idFlaw != null) {
			return new ReadRow(number, row, null, new Refused("userId", idFlaw), false);
		}
		return switch (range.placementOf(row.orgCode())) {
			case Misplaced misplaced -> new ReadRow(number, row, null, misplaced.reported(), false);
			case PassedOver _ -> new ReadRow(number, row, null, null, true);
			case Meant meant -> {
				try {
					yield new ReadRow(number, row, RowReader.read(row, meant.organization().id()), null, true);
				}
				catch (RowReader.Flaw ex) {
					yield new ReadRow(number, row, null, ex.refused(), true);
				}
			}
		};
	}

	/** Of a row that is {@link #named}. */
	String hisUserId() {
		return Objects.requireNonNull(this.row.userId()).strip();
	}

	/** When the HIS changed it last, if it says so in a way we understand. */
	@Nullable Instant updatedAt() {
		try {
			String text = this.row.updatedAt();
			return (text != null) ? OffsetDateTime.parse(text).toInstant() : null;
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

}
