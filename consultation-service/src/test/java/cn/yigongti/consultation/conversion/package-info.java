@NullMarked
package cn.yigongti.consultation.conversion;

import org.jspecify.annotations.NullMarked;
