/**
 * Proves the service as a whole.
 */
@NullMarked
package cn.yigongti.consultation;

import org.jspecify.annotations.NullMarked;
