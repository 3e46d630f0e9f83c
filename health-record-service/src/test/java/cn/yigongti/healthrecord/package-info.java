/**
 * Proves the service as a whole.
 */
@NullMarked
package cn.yigongti.healthrecord;

import org.jspecify.annotations.NullMarked;
