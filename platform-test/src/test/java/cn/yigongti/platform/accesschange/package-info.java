@NullMarked
package cn.yigongti.platform.accesschange;

import org.jspecify.annotations.NullMarked;
