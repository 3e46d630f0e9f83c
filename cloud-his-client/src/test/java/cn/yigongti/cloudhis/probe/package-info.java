/** Each step of a connection failing for real. */
@NullMarked
package cn.yigongti.cloudhis.probe;

import org.jspecify.annotations.NullMarked;
