/**
 * Identity and access: whom the platform knows, how they sign in, and what they may do.
 */
@NullMarked
package cn.yigongti.iam;

import org.jspecify.annotations.NullMarked;
