/**
 * The referral itself: what was asked for, for whom and by whom, where it stands, and its
 * history.
 */
@NullMarked
package cn.yigongti.referral.referral;

import org.jspecify.annotations.NullMarked;
