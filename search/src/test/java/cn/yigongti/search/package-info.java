/** Proves the module on real servers. */
@NullMarked
package cn.yigongti.search;

import org.jspecify.annotations.NullMarked;
