/**
 * The one place where what this service refuses becomes a problem with a status and a
 * code.
 */
@NullMarked
package cn.yigongti.iam.problem;

import org.jspecify.annotations.NullMarked;
