@NullMarked
package cn.yigongti.consultation.consultation;

import org.jspecify.annotations.NullMarked;
