@NullMarked
package cn.yigongti.localservers;

import org.jspecify.annotations.NullMarked;
