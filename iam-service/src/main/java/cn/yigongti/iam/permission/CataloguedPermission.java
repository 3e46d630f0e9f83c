package cn.yigongti.iam.permission;

import java.util.List;

/**
 * A permission as the catalogue has it.
 *
 * @param services that declare it; of a withdrawn one, those that did
 * @param withdrawn whether no service declares it any more: no operation needs it, and
 * roles can't take it up
 */
public record CataloguedPermission(String code, String chinese, String english, List<String> services,
		boolean withdrawn) {

	public CataloguedPermission {
		services = List.copyOf(services);
	}

}
