/**
 * What the centre does with a consultation on the way to its report, and how either side
 * ends it.
 */
@NullMarked
package cn.yigongti.consultation.handling;

import org.jspecify.annotations.NullMarked;
