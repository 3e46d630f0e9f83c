/** The cache on real Redis: replicas side by side, races and outages. */
@NullMarked
package cn.yigongti.platform.cache;

import org.jspecify.annotations.NullMarked;
