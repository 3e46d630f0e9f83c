package cn.yigongti.iam.usersync.run;

import java.time.Instant;
import java.util.UUID;

import cn.yigongti.iam.usersync.Requester;
import cn.yigongti.iam.usersync.SyncOptions;
import org.jspecify.annotations.Nullable;

/**
 * A run's part for one HIS, in the hands of whoever runs it now.
 *
 * @param runner tells this attempt from all others
 * @param attempt how often it has been tried since it last came on
 * @param since only what changed at the HIS since then is wanted; {@code null} for
 * everything
 * @param begun when it was taken in hand for the first time
 * @param position how far it has come
 */
record Part(UUID id, UUID syncId, String source, SyncOptions options, Requester requester, UUID runner, int attempt,
		@Nullable Instant since, Instant begun, Position position) {

	/**
	 * How far the list has been read.
	 *
	 * @param pass counts the readings of the whole list
	 * @param page the next, counted from 0
	 * @param rows read before that one in this pass
	 * @param total how many there are, as the HIS said last
	 * @param restless whether the list has changed while it was read, so that somebody
	 * may have slipped through
	 * @param newest the latest change that the HIS told of
	 * @param created users made so far
	 * @param reconciling whether everything has been read, and who is missing is looked
	 * for
	 */
	record Position(int pass, int page, int rows, @Nullable Long total, boolean restless, @Nullable Instant newest,
			int created, boolean reconciling) {

	}

	/** Whether the run speaks for all users of the HIS. */
	boolean isAboutEverybody() {
		return this.options.organizationId() == null && this.requester.reach().all();
	}

}
