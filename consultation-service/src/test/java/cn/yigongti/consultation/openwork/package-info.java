@NullMarked
package cn.yigongti.consultation.openwork;

import org.jspecify.annotations.NullMarked;
