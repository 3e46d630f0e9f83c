package cn.yigongti.iam.usersync;

import java.net.URI;
import java.util.Locale;
import java.util.UUID;

import cn.yigongti.cloudhis.CloudHis;
import cn.yigongti.cloudhis.CloudHisUnavailable;
import cn.yigongti.cloudhis.HisUserPage;
import cn.yigongti.iam.directory.Directory;
import cn.yigongti.iam.user.AccessEnded;
import cn.yigongti.iam.user.Staff;
import cn.yigongti.platform.remote.DependencyUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries a run out, a page at a time: each page with its counts in one transaction, so
 * that whatever happens, what is told is what was done. The HIS failing in the middle
 * leaves every user as they last were.
 */
@Component
class RunUserSync {

	private static final Logger log = LoggerFactory.getLogger(RunUserSync.class);

	private static final int PAGE = 500;

	/** A HIS that never says "last" is out of order. */
	private static final int MOST_PAGES = 2_000;

	private final CloudHis his;

	private final String url;

	private final Directory directory;

	private final Staff staff;

	private final UserSyncs syncs;

	private final TransactionTemplate transaction;

	private final ApplicationEventPublisher events;

	private final AsyncTaskExecutor executor;

	RunUserSync(CloudHis his, @Value("${yigongti.cloud-his.url:}") String url, Directory directory, Staff staff,
			UserSyncs syncs, TransactionTemplate transaction, ApplicationEventPublisher events,
			AsyncTaskExecutor applicationTaskExecutor) {
		this.his = his;
		this.url = url;
		this.directory = directory;
		this.staff = staff;
		this.syncs = syncs;
		this.transaction = transaction;
		this.events = events;
		this.executor = applicationTaskExecutor;
	}

	@TransactionalEventListener(fallbackExecution = true)
	void begin(SyncRequested request) {
		this.executor.execute(() -> run(request));
	}

	private void run(SyncRequested request) {
		if (this.url.isBlank()) {
			this.syncs.finish(request.id(), SyncState.FAILED, "cloud-his-not-configured");
			return;
		}
		try {
			fetchAll(request);
			this.syncs.finish(request.id(), SyncState.SUCCEEDED, null);
		}
		catch (CloudHisUnavailable ex) {
			String reason = ex.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
			fail(request.id(), "cloud-his-" + reason, ex);
		}
		catch (DependencyUnavailable ex) {
			fail(request.id(), "org-service-unavailable", ex);
		}
		catch (RuntimeException ex) {
			log.error("User synchronisation {} broke off", request.id(), ex);
			this.syncs.finish(request.id(), SyncState.FAILED, "internal-error");
		}
	}

	private void fail(UUID id, String reason, RuntimeException cause) {
		log.warn("User synchronisation {} failed: {}", id, cause.getMessage());
		this.syncs.finish(id, SyncState.FAILED, reason);
	}

	private void fetchAll(SyncRequested request) {
		SyncRange range = new SyncRange(this.directory.allFresh(), request.organizationId(), request.scope());
		int rows = 0;
		for (int number = 0; number < MOST_PAGES; number++) {
			HisUserPage page = this.his.users(URI.create(this.url), number, PAGE, null);
			take(request, new SyncPage(page.content(), rows + 1, range), rows + 1);
			rows += page.content().size();
			if (page.last() || page.content().isEmpty()) {
				return;
			}
		}
		throw new IllegalStateException("the Cloud HIS has no last page");
	}

	private void take(SyncRequested request, SyncPage page, int firstRow) {
		this.transaction.executeWithoutResult((status) -> {
			page.compare(this.staff.known(page.hisUserIds()), this.staff.ownersOf(page.loginNames()), firstRow);
			if (!request.dryRun()) {
				this.staff.change(page.changed());
				this.staff.add(page.added());
				this.staff.idsOf(page.deactivated()).forEach((id) -> this.events.publishEvent(new AccessEnded(id)));
			}
			this.syncs.progress(request.id(), page.counts(), page.failures());
		});
	}

}
