/**
 * A service small enough to show nothing but what the platform gives every service.
 */
@NullMarked
package cn.yigongti.platform.sample;

import org.jspecify.annotations.NullMarked;
