@NullMarked
package cn.yigongti.platform.remote;

import org.jspecify.annotations.NullMarked;
