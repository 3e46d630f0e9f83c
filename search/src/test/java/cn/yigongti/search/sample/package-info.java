/** A whole service that has this module. */
@NullMarked
package cn.yigongti.search.sample;

import org.jspecify.annotations.NullMarked;
