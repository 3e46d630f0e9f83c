package cn.yigongti.platform.permission;

import java.time.Duration;

import cn.yigongti.platform.remote.DependencyUnavailable;
import cn.yigongti.platform.remote.RemoteProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Makes the permissions of this service known. A service isn't ready before it has been
 * heard, so once all are ready the catalogue is complete; without the iam-service it
 * could not check a token either. What is refused is no reason to wait: an iam-service
 * that is older than this service refuses too. Says it again from time to time, for an
 * iam-service with a new database.
 */
@Order(Ordered.LOWEST_PRECEDENCE)
class DeclarePermissions implements ApplicationRunner {

	private static final Logger log = LoggerFactory.getLogger(DeclarePermissions.class);

	private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

	private final String service;

	private final DeclaredPermissions declared;

	private final PermissionRegister register;

	private final Duration firstPause;

	/** What was logged last, which is not said again. */
	private volatile String lastWord = "";

	DeclarePermissions(String service, DeclaredPermissions declared, PermissionRegister register, Duration firstPause) {
		this.service = service;
		this.declared = declared;
		this.register = register;
		this.firstPause = firstPause;
	}

	@Override
	public void run(ApplicationArguments arguments) throws InterruptedException {
		Duration pause = this.firstPause;
		while (!isHeard()) {
			Thread.sleep(pause);
			Duration next = pause.multipliedBy(2);
			pause = (next.compareTo(LONGEST_PAUSE) < 0) ? next : LONGEST_PAUSE;
		}
	}

	@Scheduled(initialDelayString = "${yigongti.permissions.repeat-after:10m}",
			fixedDelayString = "${yigongti.permissions.repeat-after:10m}")
	void repeat() {
		isHeard();
	}

	/** Whether the register answered, be it with a refusal. */
	private boolean isHeard() {
		try {
			this.register.take(this.service, this.declared.all());
			if (differs("taken")) {
				log.info("The catalogue has the {} permissions of {}", this.declared.codes().size(), this.service);
			}
			return true;
		}
		catch (RemoteProblem ex) {
			if (differs(String.valueOf(ex.getMessage()))) {
				log.error("The catalogue refuses the permissions of {}: {}", this.service, ex.getMessage());
			}
			return true;
		}
		catch (DependencyUnavailable ex) {
			if (differs("unavailable")) {
				log.warn("The permissions of {} can't be declared yet, it will be tried again: {}", this.service,
						ex.getMessage());
			}
			return false;
		}
	}

	private boolean differs(String word) {
		boolean differs = !word.equals(this.lastWord);
		this.lastWord = word;
		return differs;
	}

}
