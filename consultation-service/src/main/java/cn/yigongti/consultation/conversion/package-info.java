/**
 * Turning a consultation into a referral, which the referral-service then owns.
 */
@NullMarked
package cn.yigongti.consultation.conversion;

import org.jspecify.annotations.NullMarked;
