/**
 * Proves what printed reports promise.
 */
@NullMarked
package cn.yigongti.consultation.print;

import org.jspecify.annotations.NullMarked;
