package cn.yigongti.iam.usersync.run;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import cn.yigongti.iam.grant.Departure;
import cn.yigongti.iam.grant.Grants;
import cn.yigongti.iam.user.AccessesEnded;
import cn.yigongti.iam.user.Staff;
import cn.yigongti.iam.user.SyncedUser;
import cn.yigongti.iam.usersync.RowFailure;
import cn.yigongti.iam.usersync.page.Meanwhile;
import cn.yigongti.iam.usersync.page.PageChanges;
import cn.yigongti.iam.usersync.page.StagedRow;
import cn.yigongti.iam.usersync.page.SyncPage;
import cn.yigongti.platform.audit.AuditTrail;
import cn.yigongti.platform.crypto.KeyedHash;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes what a page leads to, within the caller's transaction. */
@Component
class WritePage {

	private final Staff staff;

	private final StagedRows staged;

	private final Grants grants;

	private final AuditTrail audit;

	private final KeyedHash hash;

	private final ApplicationEventPublisher events;

	private final NamedParameterJdbcTemplate batches;

	WritePage(Staff staff, StagedRows staged, Grants grants, AuditTrail audit, KeyedHash hash,
			ApplicationEventPublisher events, NamedParameterJdbcTemplate batches) {
		this.staff = staff;
		this.staged = staged;
		this.grants = grants;
		this.audit = audit;
		this.hash = hash;
		this.events = events;
		this.batches = batches;
	}

	PageChanges write(Part part, SyncPage page) {
		PageChanges changes = page.compare(meanwhile(part, page), (member) -> this.hash.of(member.toString()));
		if (!part.options().dryRun()) {
			this.staff.change(changes.changed());
			this.staff.add(changes.added());
			endAccess(part, changes.disabled());
			move(part, changes.departures());
		}
		this.staged.save(part, changes.staged());
		keep(part, changes.failures());
		return changes;
	}

	/** What a dry run would have written is nowhere but among the staged rows. */
	private Meanwhile meanwhile(Part part, SyncPage page) {
		List<String> ids = page.hisUserIds();
		List<String> loginNames = page.loginNames();
		Map<String, StagedRow> met = this.staged.find(part, ids);
		Map<String, SyncedUser> known = this.staff.known(part.source(), ids);
		Map<String, SyncedUser> owners = this.staff.ownersOf(loginNames);
		return part.options().dryRun() ? new Meanwhile(met, known, this.staged.stillOwning(part, owners),
				this.staged.takersOf(part, loginNames)) : new Meanwhile(met, known, owners, Map.of());
	}

	/** Those whom the HIS has disabled, or does not name any more. */
	void endAccess(Part part, Collection<UUID> users) {
		if (!users.isEmpty()) {
			this.audit.recordAll(part.requester().caller(), "user:deactivate", "user", texts(users));
			this.events.publishEvent(new AccessesEnded(List.copyOf(users)));
		}
	}

	/** Whoever left a hospital must not see its data. */
	private void move(Part part, List<Departure> departures) {
		if (!departures.isEmpty()) {
			this.audit.recordAll(part.requester().caller(), "grant:end", "user", texts(this.grants.endOf(departures)));
			this.events.publishEvent(new AccessesEnded(departures.stream().map(Departure::userId).toList()));
		}
	}

	private static List<String> texts(Collection<UUID> ids) {
		List<String> texts = new ArrayList<>();
		ids.forEach((id) -> texts.add(id.toString()));
		return texts;
	}

	private void keep(Part part, List<RowFailure> failures) {
		this.batches.batchUpdate("""
				insert into user_sync_failure (sync_id, part_id, row_number, his_user_id, login_name, org_code, field,
					code)
				values (:sync, :part, :row, :user, :login, :org, :field, :code)""",
				failures.stream()
					.map((failure) -> new MapSqlParameterSource("sync", part.syncId()).addValue("part", part.id())
						.addValue("row", failure.rowNumber())
						.addValue("user", failure.hisUserId())
						.addValue("login", failure.loginName())
						.addValue("org", failure.orgCode())
						.addValue("field", failure.field())
						.addValue("code", failure.code()))
					.toArray(MapSqlParameterSource[]::new));
	}

}
