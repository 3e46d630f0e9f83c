/**
 * The whole platform as its users meet it: started as {@code make run} starts it, and
 * walked through the gateway alone.
 */
@NullMarked
package cn.yigongti.endtoend;

import org.jspecify.annotations.NullMarked;
