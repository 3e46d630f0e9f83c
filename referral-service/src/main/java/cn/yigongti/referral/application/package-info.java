/**
 * Applying for a referral, and changing the letter as long as the patient has not come.
 */
@NullMarked
package cn.yigongti.referral.application;

import org.jspecify.annotations.NullMarked;
