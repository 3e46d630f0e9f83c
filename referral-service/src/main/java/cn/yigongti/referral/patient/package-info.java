/**
 * What we hold of a patient: never in plain text at rest, found by keyed hashes, shown
 * masked.
 */
@NullMarked
package cn.yigongti.referral.patient;

import org.jspecify.annotations.NullMarked;
