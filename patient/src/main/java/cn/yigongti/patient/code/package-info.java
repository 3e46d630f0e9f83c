/**
 * Codes whose rule is a pattern, and which of their characters breaks it.
 */
@NullMarked
package cn.yigongti.patient.code;

import org.jspecify.annotations.NullMarked;
