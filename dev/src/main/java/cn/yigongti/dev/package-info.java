/**
 * A whole county on one machine, for those who develop on it or want to see it: what
 * {@code make run} starts, and what the end-to-end suite walks through.
 */
@NullMarked
package cn.yigongti.dev;

import org.jspecify.annotations.NullMarked;
