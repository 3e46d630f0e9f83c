@NullMarked
package cn.yigongti.search.projection;

import org.jspecify.annotations.NullMarked;
