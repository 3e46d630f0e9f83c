@NullMarked
package cn.yigongti.gateway;

import org.jspecify.annotations.NullMarked;
