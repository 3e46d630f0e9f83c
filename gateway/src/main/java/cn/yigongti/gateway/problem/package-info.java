/**
 * Errors which the gateway answers itself look just like those of the services, so that a
 * client needs one way of reading them.
 */
@NullMarked
package cn.yigongti.gateway.problem;

import org.jspecify.annotations.NullMarked;
