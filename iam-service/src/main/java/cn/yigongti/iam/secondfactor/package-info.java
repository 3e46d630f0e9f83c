/**
 * One-time codes of an authenticator app (RFC 6238), and the recovery codes for who lost
 * it.
 */
@NullMarked
package cn.yigongti.iam.secondfactor;

import org.jspecify.annotations.NullMarked;
