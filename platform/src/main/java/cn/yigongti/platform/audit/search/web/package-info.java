/**
 * The service's audit trail over HTTP, for the iam-service, which shows those of all
 * services together. The gateway doesn't lead here.
 */
@NullMarked
package cn.yigongti.platform.audit.search.web;

import org.jspecify.annotations.NullMarked;
