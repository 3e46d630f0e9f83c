/**
 * Routing of reads, on a real primary and standby.
 */
@NullMarked
package cn.yigongti.platform.routing;

import org.jspecify.annotations.NullMarked;
