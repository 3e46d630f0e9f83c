/**
 * Residents as the law numbers them, and as services speak of them to each other without
 * the number.
 */
@NullMarked
package cn.yigongti.platform.resident;

import org.jspecify.annotations.NullMarked;
