@NullMarked
package cn.yigongti.consultation.worklist;

import org.jspecify.annotations.NullMarked;
