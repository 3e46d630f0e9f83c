/**
 * The centre page (会诊中心统计): what was asked of a centre, what it has reported, and how
 * long that took. It is answered from sums that the database keeps beside the
 * consultations; here they are folded, verified against the consultations, and made anew.
 */
@NullMarked
package cn.yigongti.consultation.statistics;

import org.jspecify.annotations.NullMarked;
