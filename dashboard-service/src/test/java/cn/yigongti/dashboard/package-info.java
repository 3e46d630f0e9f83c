/**
 * Proves the service as a whole.
 */
@NullMarked
package cn.yigongti.dashboard;

import org.jspecify.annotations.NullMarked;
