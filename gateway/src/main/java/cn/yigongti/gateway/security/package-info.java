/**
 * Requests without a valid token end here, except on the paths that lead to one. Every
 * service checks the token again.
 */
@NullMarked
package cn.yigongti.gateway.security;

import org.jspecify.annotations.NullMarked;
