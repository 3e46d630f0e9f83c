/** Codes that people read off paper and type. */
@NullMarked
package cn.yigongti.iam.code;

import org.jspecify.annotations.NullMarked;
