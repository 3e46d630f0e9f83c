/**
 * What an organization's own systems are called and where they are (机构系统配置). An
 * organization sets what differs there and inherits the rest: from the nearest
 * organization above it, or else from the lead of its consortium, as the register stands
 * today.
 */
@NullMarked
package cn.yigongti.org.systemconfig;

import org.jspecify.annotations.NullMarked;
