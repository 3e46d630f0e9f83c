/** Proves what tokens of residents are, and who gets them. */
@NullMarked
package cn.yigongti.iam.resident;

import org.jspecify.annotations.NullMarked;
