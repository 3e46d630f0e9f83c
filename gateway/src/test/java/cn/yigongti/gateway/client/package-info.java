@NullMarked
package cn.yigongti.gateway.client;

import org.jspecify.annotations.NullMarked;
