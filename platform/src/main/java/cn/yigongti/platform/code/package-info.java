/** Codes that people type: where one stops being one. */
@NullMarked
package cn.yigongti.platform.code;

import org.jspecify.annotations.NullMarked;
