package cn.yigongti.org.systemconfig.icon;

import java.util.UUID;

/**
 * Where an icon is to be had. The address changes with the content, so that whoever has
 * fetched it may keep it for good.
 */
public final class IconAddress {

	private IconAddress() {
	}

	/**
	 * The path from the root of the platform.
	 * @param organization that has the icon, not one that merely shows it
	 */
	public static String of(UUID organization, String contentHash) {
		return "/api/v1/organizations/" + organization + "/system-config/icon?v=" + contentHash;
	}

}
