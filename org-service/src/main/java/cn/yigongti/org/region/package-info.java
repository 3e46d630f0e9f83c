/**
 * Administrative divisions, so that organizations can be placed, filtered and drawn by
 * county, township and village.
 */
@NullMarked
package cn.yigongti.org.region;

import org.jspecify.annotations.NullMarked;
