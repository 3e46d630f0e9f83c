package cn.yigongti.iam.user;

import cn.yigongti.iam.grant.Grants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Says so when the Cloud HIS deactivated the last platform administrator. It is obeyed
 * all the same: who was dismissed must not stay in for being the last. The machine client
 * {@code operator} appoints another.
 */
@Component
class WatchAdministrators {

	private static final Logger log = LoggerFactory.getLogger(WatchAdministrators.class);

	private final Grants grants;

	WatchAdministrators(Grants grants) {
		this.grants = grants;
	}

	@TransactionalEventListener(fallbackExecution = true)
	void look(AccessEnded ended) {
		if (this.grants.leftNoPlatformAdministrator(ended.userId())) {
			log.warn("No active user is platform administrator any more, since {} was deactivated; "
					+ "configure yigongti.iam.operator.secret to appoint another", ended.userId());
		}
	}

}
