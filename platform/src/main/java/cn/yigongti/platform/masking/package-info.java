/**
 * Personal data as it is shown by default.
 */
@NullMarked
package cn.yigongti.platform.masking;

import org.jspecify.annotations.NullMarked;
