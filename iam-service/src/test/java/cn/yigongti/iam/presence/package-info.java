/** Proves what the package of the same name promises. */
@NullMarked
package cn.yigongti.iam.presence;

import org.jspecify.annotations.NullMarked;
