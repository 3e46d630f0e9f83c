/**
 * The list of the referral centre (双向转诊中心).
 */
@NullMarked
package cn.yigongti.referral.worklist;

import org.jspecify.annotations.NullMarked;
