/**
 * Pulls the users from the Cloud HIS, so that who works where is decided where it is
 * known.
 */
@NullMarked
package cn.yigongti.iam.usersync;

import org.jspecify.annotations.NullMarked;
