/** Every way known to us to make a server call where it must not. */
@NullMarked
package cn.yigongti.platform.outbound;

import org.jspecify.annotations.NullMarked;
