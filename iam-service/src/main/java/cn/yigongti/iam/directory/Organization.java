package cn.yigongti.iam.directory;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What we need to know of an organization.
 *
 * @param institutionCode by which its Cloud HIS calls it
 * @param systemApiUrl where that Cloud HIS is, as far as its system configuration says
 */
public record Organization(UUID id, @Nullable String institutionCode, String name, String regionCode,
		@Nullable UUID consortiumId, boolean active, @Nullable String systemApiUrl) {

}
