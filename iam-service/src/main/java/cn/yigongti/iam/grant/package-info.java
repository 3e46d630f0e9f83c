/** Roles held in a scope, and the rule that nobody gives what they do not have. */
@NullMarked
package cn.yigongti.iam.grant;

import org.jspecify.annotations.NullMarked;
