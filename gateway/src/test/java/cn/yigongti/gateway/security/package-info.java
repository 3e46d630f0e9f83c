@NullMarked
package cn.yigongti.gateway.security;

import org.jspecify.annotations.NullMarked;
