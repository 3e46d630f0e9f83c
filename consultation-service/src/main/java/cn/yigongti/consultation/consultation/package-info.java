/**
 * The consultation itself: what is asked, for whom and of whom, where it stands, and its
 * history.
 */
@NullMarked
package cn.yigongti.consultation.consultation;

import org.jspecify.annotations.NullMarked;
