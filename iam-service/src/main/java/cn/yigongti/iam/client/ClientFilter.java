package cn.yigongti.iam.client;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Which machine clients to list.
 *
 * @param query part of the name, in upper or lower case
 */
public record ClientFilter(@Nullable UUID organizationId, @Nullable Boolean enabled, @Nullable String query) {

}
