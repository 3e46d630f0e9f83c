/** The catalogue of permissions, as services fill it and readers see it. */
@NullMarked
package cn.yigongti.iam.permission;

import org.jspecify.annotations.NullMarked;
