/**
 * Consultation centres (会诊中心): who reports for others, with which doctors. A consortium
 * has two active ones at most.
 */
@NullMarked
package cn.yigongti.consultation.center;

import org.jspecify.annotations.NullMarked;
