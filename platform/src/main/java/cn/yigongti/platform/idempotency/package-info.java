/**
 * POST requests that may be sent again: the answer of the first is kept with what it did.
 */
@NullMarked
package cn.yigongti.platform.idempotency;

import org.jspecify.annotations.NullMarked;
