package cn.yigongti.org.systemconfig.icon.web;

import java.util.UUID;

import cn.yigongti.org.systemconfig.icon.IconAddress;
import cn.yigongti.org.systemconfig.icon.image.Image;
import org.jspecify.annotations.Nullable;

/**
 * What became of an icon that was sent.
 *
 * @param size in bytes
 * @param contentHash SHA-256, the {@code ETag} of the icon
 * @param width in pixels, as far as the image says
 */
record SystemIconResponse(String iconUrl, String mediaType, int size, String contentHash, @Nullable Integer width,
		@Nullable Integer height) {

	static SystemIconResponse of(UUID organizationId, Image image) {
		return new SystemIconResponse(IconAddress.of(organizationId, image.hash()), image.format().mediaType(),
				image.bytes(), image.hash(), image.width(), image.height());
	}

}
