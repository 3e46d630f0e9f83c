/**
 * The one address in front of all services: routes, tokens, limits and edge headers in
 * one place, so that no service has to face the open network. No business rule lives
 * here.
 */
@NullMarked
package cn.yigongti.gateway;

import org.jspecify.annotations.NullMarked;
