/** What holds for the service as a whole. */
@NullMarked
package cn.yigongti.iam;

import org.jspecify.annotations.NullMarked;
