/**
 * What several parts have to know of the place we are installed in.
 */
@NullMarked
package cn.yigongti.gateway.installation;

import org.jspecify.annotations.NullMarked;
