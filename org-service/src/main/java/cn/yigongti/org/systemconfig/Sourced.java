package cn.yigongti.org.systemconfig;

import java.util.UUID;

/**
 * A value and from where it comes.
 *
 * @param organizationId the organization it is set at
 */
public record Sourced<T>(T value, Origin from, UUID organizationId) {

}
