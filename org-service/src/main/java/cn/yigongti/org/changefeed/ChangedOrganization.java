package cn.yigongti.org.changefeed;

import java.time.Instant;

import cn.yigongti.org.organization.RegisteredOrganization;

/**
 * An organization as it is today.
 *
 * @param changedAt when the transaction began that changed it last, or when the calendar
 * did
 */
public record ChangedOrganization(RegisteredOrganization organization, Instant changedAt) {

}
