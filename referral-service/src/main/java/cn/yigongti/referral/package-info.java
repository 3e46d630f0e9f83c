/**
 * Two-way referral (双向转诊): who may refer to whom, referrals through their nine statuses,
 * and what the receiver's hospital system reports of the patient.
 */
@NullMarked
package cn.yigongti.referral;

import org.jspecify.annotations.NullMarked;
