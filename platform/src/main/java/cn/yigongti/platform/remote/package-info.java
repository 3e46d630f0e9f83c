/**
 * Calls to other services: own identity, time limits, and failures told apart.
 */
@NullMarked
package cn.yigongti.platform.remote;

import org.jspecify.annotations.NullMarked;
