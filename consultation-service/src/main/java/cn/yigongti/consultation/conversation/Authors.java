package cn.yigongti.consultation.conversation;

import cn.yigongti.consultation.directory.Directory;
import cn.yigongti.consultation.directory.Doctor;
import cn.yigongti.platform.caller.Caller;

import org.springframework.stereotype.Component;

/** Tells who writes; a user by name. */
@Component
class Authors {

	private final Directory directory;

	Authors(Directory directory) {
		this.directory = directory;
	}

	Author of(Caller caller) {
		if (!caller.isUser()) {
			return new Author(null, null, caller.organizationId());
		}
		String name = this.directory.doctor(caller.userId()).map(Doctor::name).orElse(null);
		return new Author(caller.userId(), name, caller.organizationId());
	}

}
