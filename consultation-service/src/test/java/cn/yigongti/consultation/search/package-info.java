@NullMarked
package cn.yigongti.consultation.search;

import org.jspecify.annotations.NullMarked;
