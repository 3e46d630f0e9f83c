package cn.yigongti.iam.usersync.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import cn.yigongti.cloudhis.HisUser;
import cn.yigongti.iam.grant.Departure;
import cn.yigongti.iam.user.StaffMember;
import cn.yigongti.iam.user.SyncedUser;
import cn.yigongti.iam.usersync.RowFailure;
import cn.yigongti.platform.identifier.UuidV7;
import org.jspecify.annotations.Nullable;

/**
 * Decides what becomes of each row of a page: new, changed, deactivated, unchanged,
 * passed over or refused.
 */
public final class SyncPage {

	private final SyncRange range;

	private final int pass;

	private final List<ReadRow> rows = new ArrayList<>();

	/**
	 * Reads the rows, of which the first has this number.
	 * @param pass counts the readings of the whole list; all after the first look only
	 * for who was overlooked
	 */
	public SyncPage(List<HisUser> rows, int firstRow, int pass, SyncRange range) {
		this.range = range;
		this.pass = pass;
		for (int i = 0; i < rows.size(); i++) {
			this.rows.add(ReadRow.of(firstRow + i, rows.get(i), range));
		}
	}

	public List<String> hisUserIds() {
		return this.rows.stream().filter(ReadRow::named).map(ReadRow::hisUserId).distinct().toList();
	}

	public List<String> loginNames() {
		return this.rows.stream()
			.map(ReadRow::member)
			.filter(Objects::nonNull)
			.map(StaffMember::loginKey)
			.distinct()
			.toList();
	}

	/** The latest change that the HIS tells of. */
	public Optional<Instant> newest() {
		return this.rows.stream().map(ReadRow::updatedAt).filter(Objects::nonNull).max(Instant::compareTo);
	}

	/** Compares the rows with what is there. */
	public PageChanges compare(Meanwhile meanwhile, Function<StaffMember, String> fingerprint) {
		return new Comparison(meanwhile, fingerprint).changes();
	}

	private final class Comparison {

		private final PageChanges changes = new PageChanges(isFirstPass() ? SyncPage.this.rows.size() : 0);

		private final Map<String, StagedRow> met;

		private final Map<String, SyncedUser> known;

		private final Map<String, SyncedUser> owners;

		private final Map<String, String> takers;

		private final Function<StaffMember, String> fingerprint;

		Comparison(Meanwhile meanwhile, Function<StaffMember, String> fingerprint) {
			this.met = new HashMap<>(meanwhile.met());
			this.known = new HashMap<>(meanwhile.known());
			this.owners = new HashMap<>(meanwhile.owners());
			this.takers = new HashMap<>(meanwhile.takers());
			this.fingerprint = fingerprint;
		}

		PageChanges changes() {
			SyncPage.this.rows.forEach(this::compare);
			return this.changes;
		}

		private void compare(ReadRow row) {
			if (row.refused() != null) {
				fail(row, row.refused());
			}
			if (row.named()) {
				StaffMember member = row.member();
				if (member != null) {
					compare(row, member, this.fingerprint.apply(member));
				}
				else {
					mention(row);
				}
			}
		}

		private void compare(ReadRow row, StaffMember member, String says) {
			StagedRow before = this.met.get(member.hisUserId());
			if (before != null && before.says(says)) {
				if (isFirstPass()) {
					this.changes.repeat();
				}
			}
			else if (before != null && before.fingerprint() != null && !before.isOlderThan(row.updatedAt())) {
				fail(row, new Refused("userId", "duplicate-user-id"));
			}
			else {
				place(row, member, says);
			}
		}

		private void place(ReadRow row, StaffMember member, String says) {
			SyncedUser before = self(member);
			if (isTaken(member, before)) {
				fail(row, new Refused("loginName", "duplicate-login-name"));
				mention(row);
				return;
			}
			SyncedUser after = new SyncedUser((before != null) ? before.id() : UuidV7.next(),
					SyncPage.this.range.source(), member);
			if (before == null && !member.active()) {
				leave();
				stage(new StagedRow(member.hisUserId(), null, null, says, row.updatedAt()));
				return;
			}
			write(before, after);
			stage(new StagedRow(member.hisUserId(), after.id(), member.loginKey(), says, row.updatedAt()));
		}

		private void write(@Nullable SyncedUser before, SyncedUser after) {
			if (before == null) {
				this.changes.add(after);
			}
			else if (before.equals(after)) {
				leave();
			}
			else {
				this.changes.change(before, after, departure(before.member(), after));
				this.owners.remove(before.member().loginKey());
				this.takers.remove(before.member().loginKey(), before.member().hisUserId());
			}
			this.known.put(after.member().hisUserId(), after);
			this.takers.put(after.member().loginKey(), after.member().hisUserId());
		}

		private @Nullable Departure departure(StaffMember before, SyncedUser after) {
			UUID from = before.organizationId();
			UUID to = after.member().organizationId();
			return from.equals(to) ? null
					: new Departure(after.id(), from, SyncPage.this.range.consortiumLeft(from, to));
		}

		/** With us already, as a user of this HIS, or of one that isn't known yet. */
		private @Nullable SyncedUser self(StaffMember member) {
			SyncedUser user = this.known.get(member.hisUserId());
			boolean right = user != null
					&& (user.source() != null || SyncPage.this.range.answersFor(user.member().organizationId()));
			return right ? user : leftBehind(member);
		}

		/**
		 * Their organization has changed its HIS, and the new one names them by the same
		 * login name and name: it is the same account.
		 */
		private @Nullable SyncedUser leftBehind(StaffMember member) {
			SyncedUser owner = this.owners.get(member.loginKey());
			boolean same = owner != null && !SyncPage.this.range.source().equals(owner.source())
					&& owner.member().organizationId().equals(member.organizationId())
					&& owner.member().name().equals(member.name());
			return same ? owner : null;
		}

		private boolean isTaken(StaffMember member, @Nullable SyncedUser self) {
			String taker = this.takers.get(member.loginKey());
			if (taker != null) {
				return !taker.equals(member.hisUserId());
			}
			SyncedUser owner = this.owners.get(member.loginKey());
			return owner != null && (self == null || !owner.id().equals(self.id()));
		}

		/** They are there, whatever is said of them. */
		private void mention(ReadRow row) {
			String id = row.hisUserId();
			if (!this.met.containsKey(id)) {
				SyncedUser user = this.known.get(id);
				stage(new StagedRow(id, (user != null) ? user.id() : null, null, null, null));
			}
		}

		private void stage(StagedRow row) {
			this.met.put(row.hisUserId(), row);
			this.changes.stage(row);
		}

		private void leave() {
			if (isFirstPass()) {
				this.changes.leave();
			}
		}

		private void fail(ReadRow row, Refused refused) {
			if (isFirstPass()) {
				this.changes.fail(RowFailure.of(SyncPage.this.range.source(), row.number(), row.row(), refused.field(),
						refused.code()));
			}
		}

		private boolean isFirstPass() {
			return SyncPage.this.pass == 1;
		}

	}

}
