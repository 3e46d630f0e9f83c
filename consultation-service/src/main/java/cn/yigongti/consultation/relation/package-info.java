/**
 * Consultation relations (远程会诊关系): which organization may apply to which centre, one by
 * one or for a whole consortium with one click. No relation, no application.
 */
@NullMarked
package cn.yigongti.consultation.relation;

import org.jspecify.annotations.NullMarked;
