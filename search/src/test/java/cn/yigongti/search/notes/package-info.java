/** A service with rows to search, as far as tests need one. */
@NullMarked
package cn.yigongti.search.notes;

import org.jspecify.annotations.NullMarked;
