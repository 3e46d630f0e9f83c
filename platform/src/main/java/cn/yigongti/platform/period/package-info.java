/**
 * Years and quarters as people ask for them.
 */
@NullMarked
package cn.yigongti.platform.period;

import org.jspecify.annotations.NullMarked;
