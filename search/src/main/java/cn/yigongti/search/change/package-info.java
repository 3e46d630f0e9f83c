/**
 * The outbox: which rows have changed, written in the transaction that changed them.
 */
@NullMarked
package cn.yigongti.search.change;

import org.jspecify.annotations.NullMarked;
