/**
 * The lists of consultations: what is to do, and what was done.
 */
@NullMarked
package cn.yigongti.consultation.worklist;

import org.jspecify.annotations.NullMarked;
