/**
 * How a referral ends: returned by the receiver's doctor, taken out by either side, or
 * expired by the clock. After its end nothing moves it any more.
 */
@NullMarked
package cn.yigongti.referral.ending;

import org.jspecify.annotations.NullMarked;
