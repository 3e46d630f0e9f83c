package cn.yigongti.iam.usersync.run;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import cn.yigongti.cloudhis.CloudHis;
import cn.yigongti.cloudhis.HisUserPage;
import cn.yigongti.iam.directory.Directory;
import cn.yigongti.iam.hissource.HisSources;
import cn.yigongti.iam.hissource.ResponsibleHis;
import cn.yigongti.iam.usersync.SyncCounts;
import cn.yigongti.iam.usersync.UserSyncProperties;
import cn.yigongti.iam.usersync.page.PageChanges;
import cn.yigongti.iam.usersync.page.SyncPage;
import cn.yigongti.iam.usersync.page.SyncRange;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries a part out, from where it was left, a page at a time: each page with its counts
 * in one transaction, so that whatever happens, what is told is what was done. The HIS
 * failing in the middle leaves every user as they last were.
 */
@Component
class RunPart {

	static final int PAGE = 500;

	private static final int MOST_PAGES = 2_000;

	/** A list that moves under the reader is read again, once. */
	private static final int MOST_PASSES = 2;

	/** Of so few it can't be said what is usual. */
	private static final int FEW = 10;

	private final CloudHis his;

	private final Directory directory;

	private final ResponsibleHis responsible;

	private final HisSources sources;

	private final Parts parts;

	private final WritePage writing;

	private final StagedRows staged;

	private final MissingUsers missing;

	private final UserSyncProperties properties;

	private final TransactionTemplate transaction;

	RunPart(CloudHis his, Directory directory, ResponsibleHis responsible, HisSources sources, Parts parts,
			WritePage writing, StagedRows staged, MissingUsers missing, UserSyncProperties properties,
			TransactionTemplate transaction) {
		this.his = his;
		this.directory = directory;
		this.responsible = responsible;
		this.sources = sources;
		this.parts = parts;
		this.writing = writing;
		this.staged = staged;
		this.missing = missing;
		this.properties = properties;
		this.transaction = transaction;
	}

	/** Returns when the part is over. */
	void run(Part part) {
		SyncRange range = new SyncRange(part.source(), this.directory.allKnown(), this.responsible::of,
				part.options().organizationId(), part.requester().reach());
		Part read = readAll(part, range);
		if (read.options().full() && isRefused(read, range.organizationIds())) {
			return;
		}
		this.transaction.executeWithoutResult((status) -> succeed(read));
	}

	private Part readAll(Part part, SyncRange range) {
		Part current = part;
		boolean last = current.position().reconciling();
		while (!last) {
			int number = current.position().page();
			if (number >= MOST_PAGES) {
				throw new ListWithoutEnd(current.source());
			}
			HisUserPage page = this.his.users(URI.create(current.source()), number, PAGE, current.since());
			Part before = current;
			current = Objects.requireNonNull(this.transaction.execute((status) -> take(before, page, range)));
			last = page.last() && (current.position().reconciling() || !current.options().full());
		}
		return current;
	}

	private Part take(Part part, HisUserPage page, SyncRange range) {
		Part.Position at = part.position();
		SyncPage rows = new SyncPage(page.content(), at.rows() + 1, at.pass(), range);
		PageChanges changes = this.writing.write(part, rows);
		boolean moved = at.total() != null && at.total() != page.totalElements();
		boolean restless = at.restless() || moved || changes.repeated();
		Instant newest = rows.newest()
			.filter((time) -> at.newest() == null || time.isAfter(at.newest()))
			.orElse(at.newest());
		boolean again = page.last() && part.options().full() && restless && at.pass() < MOST_PASSES;
		boolean over = page.last() && part.options().full() && !again;
		return this.parts.report(part, changes.counts(),
				new Part.Position(again ? at.pass() + 1 : at.pass(), again ? 0 : at.page() + 1,
						again ? 0 : at.rows() + page.content().size(),
						again ? null : Long.valueOf(page.totalElements()), restless, newest, at.created(), over));
	}

	/**
	 * Deactivates who is missing, unless that can't be believed.
	 * @return whether the part has failed of it
	 */
	private boolean isRefused(Part part, List<UUID> organizations) {
		int vanished = this.missing.count(part, organizations);
		boolean incredible = !part.options().confirmed() && isIncredible(part, organizations, vanished);
		if (incredible || part.options().dryRun()) {
			this.transaction.executeWithoutResult((status) -> {
				SyncCounts counts = new SyncCounts(0, 0, 0, incredible ? 0 : vanished, vanished, 0, 0);
				Part told = this.parts.report(part, counts, part.position());
				if (incredible) {
					this.parts.finish(told, "too-many-vanished");
				}
			});
			return incredible;
		}
		for (int left = vanished; left > 0;) {
			int done = Objects.requireNonNull(this.transaction.execute((status) -> deactivate(part, organizations)));
			left = (done > 0) ? left - done : 0;
		}
		return false;
	}

	private boolean isIncredible(Part part, List<UUID> organizations, int vanished) {
		if (vanished == 0) {
			return false;
		}
		int before = this.missing.countActive(organizations)
				- (part.options().dryRun() ? 0 : part.position().created());
		return !this.staged.isAnybodyMet(part)
				|| (vanished > FEW && 100L * vanished > (long) before * this.properties.maxVanished());
	}

	private int deactivate(Part part, List<UUID> organizations) {
		List<UUID> gone = this.missing.deactivate(part, organizations, PAGE);
		this.writing.endAccess(part, gone);
		this.parts.report(part, new SyncCounts(0, 0, 0, gone.size(), gone.size(), 0, 0), part.position());
		return gone.size();
	}

	private void succeed(Part part) {
		if (part.isAboutEverybody() && !part.options().dryRun()) {
			this.sources.synced(part.source(), watermark(part), part.options().full());
		}
		this.parts.finish(part, null);
	}

	/**
	 * What the HIS told last, by its own clock, but never later than we began: what
	 * changed while we read may have been missed.
	 */
	private static @Nullable Instant watermark(Part part) {
		Instant newest = part.position().newest();
		return (newest != null && newest.isAfter(part.begun())) ? part.begun() : newest;
	}

}
