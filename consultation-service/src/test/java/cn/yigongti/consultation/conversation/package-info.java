@NullMarked
package cn.yigongti.consultation.conversation;

import org.jspecify.annotations.NullMarked;
