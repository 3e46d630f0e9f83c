/**
 * Whether there is a Redis: every use of it is for those who can do without, so a service
 * starts without one.
 */
@NullMarked
package cn.yigongti.platform.redis;

import org.jspecify.annotations.NullMarked;
