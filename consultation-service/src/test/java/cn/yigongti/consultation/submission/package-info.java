@NullMarked
package cn.yigongti.consultation.submission;

import org.jspecify.annotations.NullMarked;
