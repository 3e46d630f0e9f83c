@NullMarked
package cn.yigongti.search.query;

import org.jspecify.annotations.NullMarked;
