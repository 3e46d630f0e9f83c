@NullMarked
package cn.yigongti.consultation.report;

import org.jspecify.annotations.NullMarked;
