package cn.yigongti.iam.directory;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What we need to know of an organization.
 *
 * @param institutionCode by which its Cloud HIS calls it
 */
public record Organization(UUID id, @Nullable String institutionCode, String name, String regionCode,
		@Nullable UUID consortiumId, boolean active) {

}
