package cn.yigongti.iam.client;

import org.jspecify.annotations.Nullable;

/**
 * What can be changed of a machine client besides its grants and credentials.
 *
 * @param requestsPerMinute {@code null} for what everybody has
 */
public record ClientSettings(String name, boolean enabled, @Nullable Integer requestsPerMinute) {

}
