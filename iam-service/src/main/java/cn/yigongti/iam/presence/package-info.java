/**
 * Whether somebody works at their hospital right now, for those who must not rely on what
 * was synchronised yesterday.
 */
@NullMarked
package cn.yigongti.iam.presence;

import org.jspecify.annotations.NullMarked;
