package cn.yigongti.platform.permission;

import java.util.Collection;

import cn.yigongti.platform.remote.DependencyUnavailable;
import cn.yigongti.platform.remote.RemoteProblem;

/**
 * Where services make their permissions known: the iam-service, unless a service brings a
 * register of its own.
 */
public interface PermissionRegister {

	/**
	 * Takes all that the service declares, in place of what it declared before.
	 * @throws DependencyUnavailable when it can't be asked
	 * @throws RemoteProblem when it refuses
	 */
	void take(String service, Collection<Permission> permissions);

}
