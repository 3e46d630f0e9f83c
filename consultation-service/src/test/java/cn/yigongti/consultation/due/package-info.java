@NullMarked
package cn.yigongti.consultation.due;

import org.jspecify.annotations.NullMarked;
