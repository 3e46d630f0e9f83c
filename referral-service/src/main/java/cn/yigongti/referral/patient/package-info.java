/**
 * Where patients are at rest in this service.
 */
@NullMarked
package cn.yigongti.referral.patient;

import org.jspecify.annotations.NullMarked;
