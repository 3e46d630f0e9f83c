package cn.yigongti.iam.directory;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** What we need to know of an organization. */
public record Organization(UUID id, String institutionCode, String name, String regionCode, @Nullable UUID consortiumId,
		boolean active) {

}
