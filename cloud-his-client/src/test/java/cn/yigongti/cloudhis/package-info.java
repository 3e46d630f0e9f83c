/** A stub HIS that misbehaves in every way seen in the field. */
@NullMarked
package cn.yigongti.cloudhis;

import org.jspecify.annotations.NullMarked;
