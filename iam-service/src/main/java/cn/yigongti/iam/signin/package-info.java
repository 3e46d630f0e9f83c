/**
 * How a person proves who they are: the sign-in page, the lock after five failures, and
 * the one-time code a password begins with.
 */
@NullMarked
package cn.yigongti.iam.signin;

import org.jspecify.annotations.NullMarked;
