package cn.yigongti.iam.usersync;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import cn.yigongti.cloudhis.HisUser;
import cn.yigongti.iam.directory.Organization;
import cn.yigongti.iam.user.StaffMember;
import cn.yigongti.iam.usersync.RowReader.Refused;
import org.jspecify.annotations.Nullable;

/**
 * Decides what becomes of each row of a page: new, changed, deactivated, unchanged,
 * passed over or refused.
 */
final class SyncPage {

	private final List<HisUser> rows;

	private final List<RowFailure> failures = new ArrayList<>();

	private final Map<Integer, StaffMember> readable = new LinkedHashMap<>();

	private final List<StaffMember> added = new ArrayList<>();

	private final List<StaffMember> changed = new ArrayList<>();

	private final List<StaffMember> deactivated = new ArrayList<>();

	private int unchanged;

	/** Reads the rows, of which the first has this number. */
	SyncPage(List<HisUser> rows, int firstRow, SyncRange range) {
		this.rows = rows;
		for (int i = 0; i < rows.size(); i++) {
			read(rows.get(i), firstRow + i, range);
		}
	}

	private void read(HisUser row, int number, SyncRange range) {
		try {
			Optional<Organization> organization = range.organization(row.orgCode());
			if (organization.isPresent()) {
				this.readable.put(number, RowReader.read(row, organization.get().id()));
			}
			else if (range.misses(row.orgCode())) {
				throw new Refused("orgCode", "unknown-organization");
			}
		}
		catch (Refused ex) {
			this.failures.add(RowFailure.of(number, row, ex.field(), ex.code()));
		}
	}

	List<String> hisUserIds() {
		return this.readable.values().stream().map(StaffMember::hisUserId).toList();
	}

	List<String> loginNames() {
		return this.readable.values().stream().map(SyncPage::loginKey).toList();
	}

	/**
	 * Compares the rows with what is there.
	 * @param known by HIS user id
	 * @param owners HIS user ids by login name in lower case
	 */
	void compare(Map<String, StaffMember> known, Map<String, String> owners, int firstRow) {
		Map<String, StaffMember> current = new HashMap<>(known);
		Map<String, String> names = new HashMap<>(owners);
		this.readable.forEach((number, member) -> {
			if (!names.getOrDefault(loginKey(member), member.hisUserId()).equals(member.hisUserId())) {
				this.failures
					.add(RowFailure.of(number, this.rows.get(number - firstRow), "loginName", "duplicate-login-name"));
				return;
			}
			StaffMember before = current.put(member.hisUserId(), member);
			if (before != null) {
				names.remove(loginKey(before));
			}
			names.put(loginKey(member), member.hisUserId());
			decide(before, member);
		});
	}

	private void decide(@Nullable StaffMember before, StaffMember member) {
		if (member.equals(before) || (before == null && !member.active())) {
			this.unchanged++;
		}
		else if (before == null) {
			this.added.add(member);
		}
		else {
			this.changed.add(member);
			if (before.active() && !member.active()) {
				this.deactivated.add(member);
			}
		}
	}

	List<StaffMember> added() {
		return this.added;
	}

	List<StaffMember> changed() {
		return this.changed;
	}

	List<String> deactivated() {
		return this.deactivated.stream().map(StaffMember::hisUserId).toList();
	}

	List<RowFailure> failures() {
		return this.failures;
	}

	SyncCounts counts() {
		return new SyncCounts(this.rows.size(), this.added.size(), this.changed.size() - this.deactivated.size(),
				this.deactivated.size(), this.unchanged, this.failures.size());
	}

	private static String loginKey(StaffMember member) {
		return member.loginName().toLowerCase(Locale.ROOT);
	}

}
