/**
 * Follows one request through the platform: ids in the answer, one log line, and never a
 * query string, which may hold a patient's name.
 */
@NullMarked
package cn.yigongti.gateway.trace;

import org.jspecify.annotations.NullMarked;
