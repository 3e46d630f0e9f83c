@NullMarked
package cn.yigongti.patient;

import org.jspecify.annotations.NullMarked;
