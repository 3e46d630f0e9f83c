@NullMarked
package cn.yigongti.platform.period;

import org.jspecify.annotations.NullMarked;
