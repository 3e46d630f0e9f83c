/**
 * Medical institutions: who they are, where they stand in the tree county → township →
 * village, and from when to when they exist. Which consortium they are in is decided
 * elsewhere and only shown here.
 */
@NullMarked
package cn.yigongti.org.organization;

import org.jspecify.annotations.NullMarked;
