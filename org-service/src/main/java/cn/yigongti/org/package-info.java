/**
 * The county's register: which organizations there are, how they are grouped into
 * consortia, and since when. Everybody else asks here instead of keeping a list of their
 * own.
 */
@NullMarked
package cn.yigongti.org;

import org.jspecify.annotations.NullMarked;
