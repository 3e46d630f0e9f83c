/**
 * Reports: signed by a doctor, seen by a reviewer, amended by new versions.
 */
@NullMarked
package cn.yigongti.consultation.report;

import org.jspecify.annotations.NullMarked;
