/** Proves what the package of the same name promises. */
@NullMarked
package cn.yigongti.iam.usersync.page;

import org.jspecify.annotations.NullMarked;
