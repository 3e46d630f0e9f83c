/**
 * Remote consultation (远程会诊): centres that report for others, relations that let
 * organizations apply to them, and the consultations.
 */
@NullMarked
package cn.yigongti.consultation;

import org.jspecify.annotations.NullMarked;
