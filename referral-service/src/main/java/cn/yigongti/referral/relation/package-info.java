/**
 * Referral relations (转诊关系): which organization may refer to which, one by one or for a
 * whole consortium with one click. No enabled relation, no referral.
 */
@NullMarked
package cn.yigongti.referral.relation;

import org.jspecify.annotations.NullMarked;
