/**
 * Keeps indexes what their rows are: applies changes in order, and builds indexes anew
 * beside that. One replica at a time does so for each index.
 */
@NullMarked
package cn.yigongti.search.projection;

import org.jspecify.annotations.NullMarked;
