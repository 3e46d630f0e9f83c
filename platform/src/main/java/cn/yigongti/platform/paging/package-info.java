/**
 * Lists that hold at ten million rows: keyset paging behind opaque signed cursors and a
 * bounded total.
 */
@NullMarked
package cn.yigongti.platform.paging;

import org.jspecify.annotations.NullMarked;
