/**
 * Reads that may be a moment old go to the standby database.
 */
@NullMarked
package cn.yigongti.platform.routing;

import org.jspecify.annotations.NullMarked;
