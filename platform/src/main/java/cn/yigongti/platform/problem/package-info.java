/**
 * Errors as RFC 9457 problem details with a stable code, in Chinese and English. Domain
 * code throws plain facts; each service maps them here in one place, so that no client
 * ever meets a stack trace.
 */
@NullMarked
package cn.yigongti.platform.problem;

import org.jspecify.annotations.NullMarked;
