/**
 * Searching, page by page with the cursors of {@code platform.paging}, and what happens
 * when that isn't possible.
 */
@NullMarked
package cn.yigongti.search.query;

import org.jspecify.annotations.NullMarked;
