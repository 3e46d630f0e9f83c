@NullMarked
package cn.yigongti.consultation.handling;

import org.jspecify.annotations.NullMarked;
