/**
 * What a service says of an index: its name, its mapping, and where its documents come
 * from.
 */
@NullMarked
package cn.yigongti.search.index;

import org.jspecify.annotations.NullMarked;
