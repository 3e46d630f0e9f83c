/** Proves what the package of the same name promises. */
@NullMarked
package cn.yigongti.platform.resident;

import org.jspecify.annotations.NullMarked;
