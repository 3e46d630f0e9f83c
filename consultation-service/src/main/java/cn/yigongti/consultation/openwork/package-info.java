/**
 * How much an organization still has to see through. Whoever means to close one asks here
 * first.
 */
@NullMarked
package cn.yigongti.consultation.openwork;

import org.jspecify.annotations.NullMarked;
