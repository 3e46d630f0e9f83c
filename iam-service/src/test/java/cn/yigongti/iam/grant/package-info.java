/** Every way to gain more than one has, each of which is refused. */
@NullMarked
package cn.yigongti.iam.grant;

import org.jspecify.annotations.NullMarked;
