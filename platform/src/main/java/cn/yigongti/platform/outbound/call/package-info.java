/**
 * Calls to addresses that users typed in. However such a call is made, it is checked,
 * goes to the addresses that were checked, follows nobody elsewhere, and ends in time.
 */
@NullMarked
package cn.yigongti.platform.outbound.call;

import org.jspecify.annotations.NullMarked;
