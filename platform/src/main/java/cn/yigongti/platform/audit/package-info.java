/**
 * The trail of who looked at or did what.
 */
@NullMarked
package cn.yigongti.platform.audit;

import org.jspecify.annotations.NullMarked;
