package cn.yigongti.consultation.attachment;

import cn.yigongti.consultation.directory.Directory;
import cn.yigongti.consultation.directory.Doctor;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.remote.DependencyUnavailable;
import cn.yigongti.platform.remote.RemoteProblem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/** What those who add files are called. */
@Component
class Uploaders {

	private static final Logger log = LoggerFactory.getLogger(Uploaders.class);

	private final Directory directory;

	Uploaders(Directory directory) {
		this.directory = directory;
	}

	/**
	 * The name of a person, or the id of a machine. A file is worth more than the name:
	 * nobody waits for it with a patient, whoever else is down.
	 */
	@Nullable String nameOf(Caller caller) {
		if (!caller.isUser()) {
			return caller.subject();
		}
		try {
			return this.directory.doctor(caller.userId()).map(Doctor::name).orElse(null);
		}
		catch (DependencyUnavailable | RemoteProblem ex) {
			log.warn("an uploader stays without a name: {}", ex.getMessage());
			return null;
		}
	}

}
