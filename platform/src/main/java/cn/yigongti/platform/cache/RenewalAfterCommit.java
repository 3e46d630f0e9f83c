package cn.yigongti.platform.cache;

import org.springframework.transaction.support.TransactionSynchronization;

/**
 * Begins a new generation when a transaction has ended, unless it was rolled back for
 * certain. Before the commit it would be of no use: who reads between the two finds the
 * old row, and would keep it under the new generation.
 */
record RenewalAfterCommit(Entries entries) implements TransactionSynchronization {

	@Override
	public void afterCompletion(int status) {
		if (status != STATUS_ROLLED_BACK) {
			this.entries.renew();
		}
	}

}
