/**
 * What every servlet service gets from one auto-configuration. No domain word lives here;
 * each concern has a package of its own.
 */
@NullMarked
package cn.yigongti.platform;

import org.jspecify.annotations.NullMarked;
