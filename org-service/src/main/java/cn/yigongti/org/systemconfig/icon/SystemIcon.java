package cn.yigongti.org.systemconfig.icon;

import java.util.UUID;

import cn.yigongti.org.systemconfig.icon.image.Image;

/**
 * The icon an organization has of its own.
 *
 * @param contentHash SHA-256 in hexadecimal digits, which is also its entity tag
 */
public record SystemIcon(UUID organizationId, Image image, String contentHash) {

	public String url() {
		return IconAddress.of(this.organizationId, this.contentHash);
	}

}
