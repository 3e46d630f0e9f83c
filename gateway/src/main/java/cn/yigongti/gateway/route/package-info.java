/**
 * Which path goes to which service, how long it may take, how much it may send, and what
 * happens when nobody answers.
 */
@NullMarked
package cn.yigongti.gateway.route;

import org.jspecify.annotations.NullMarked;
