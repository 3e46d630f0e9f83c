/**
 * One client must not use up what all share. Counted in Redis, because there are several
 * gateways; without Redis requests go on uncounted.
 */
@NullMarked
package cn.yigongti.gateway.ratelimit;

import org.jspecify.annotations.NullMarked;
