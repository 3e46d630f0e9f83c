/** Guarded calls to servers that mean no good. */
@NullMarked
package cn.yigongti.platform.outbound.call;

import org.jspecify.annotations.NullMarked;
