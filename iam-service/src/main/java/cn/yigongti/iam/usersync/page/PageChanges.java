package cn.yigongti.iam.usersync.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import cn.yigongti.iam.grant.Departure;
import cn.yigongti.iam.user.SyncedUser;
import cn.yigongti.iam.usersync.RowFailure;
import cn.yigongti.iam.usersync.SyncCounts;
import org.jspecify.annotations.Nullable;

/** What is to be written for a page. */
public final class PageChanges {

	private final Map<UUID, SyncedUser> added = new LinkedHashMap<>();

	private final Map<UUID, SyncedUser> changed = new LinkedHashMap<>();

	private final List<UUID> disabled = new ArrayList<>();

	private final List<Departure> departures = new ArrayList<>();

	private final List<RowFailure> failures = new ArrayList<>();

	private final Map<String, StagedRow> staged = new LinkedHashMap<>();

	private final int fetched;

	private int unchanged;

	private boolean repeated;

	PageChanges(int fetched) {
		this.fetched = fetched;
	}

	void add(SyncedUser user) {
		this.added.put(user.id(), user);
	}

	/** What the page said of the same user before does not count any more. */
	void change(SyncedUser before, SyncedUser after, @Nullable Departure departure) {
		if (this.added.containsKey(after.id())) {
			this.added.put(after.id(), after);
			return;
		}
		this.changed.put(after.id(), after);
		if (before.member().active() && !after.member().active()) {
			this.disabled.add(after.id());
		}
		if (departure != null) {
			this.departures.add(departure);
		}
	}

	void leave() {
		this.unchanged++;
	}

	void repeat() {
		this.unchanged++;
		this.repeated = true;
	}

	void fail(RowFailure failure) {
		this.failures.add(failure);
	}

	void stage(StagedRow row) {
		this.staged.put(row.hisUserId(), row);
	}

	public Collection<SyncedUser> added() {
		return this.added.values();
	}

	public Collection<SyncedUser> changed() {
		return this.changed.values();
	}

	/** Active before, and not any more. */
	public List<UUID> disabled() {
		return this.disabled;
	}

	/** Who works for another organization now. */
	public List<Departure> departures() {
		return this.departures;
	}

	public List<RowFailure> failures() {
		return this.failures;
	}

	public Collection<StagedRow> staged() {
		return this.staged.values();
	}

	/** Whether the HIS named somebody twice, as it does when its list moves meanwhile. */
	public boolean repeated() {
		return this.repeated;
	}

	public SyncCounts counts() {
		return new SyncCounts(this.fetched, this.added.size(), this.changed.size() - this.disabled.size(),
				this.disabled.size(), 0, this.unchanged, this.failures.size());
	}

}
