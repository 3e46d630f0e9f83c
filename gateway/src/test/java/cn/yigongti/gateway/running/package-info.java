/**
 * A gateway as it runs, with real neighbours: HTTP services which tests can tell what to
 * answer, a real Redis, and tokens signed with a real key.
 */
@NullMarked
package cn.yigongti.gateway.running;

import org.jspecify.annotations.NullMarked;
