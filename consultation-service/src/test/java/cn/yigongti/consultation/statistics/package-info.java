/**
 * Proves that what is kept of consultations agrees with them, whatever happens.
 */
@NullMarked
package cn.yigongti.consultation.statistics;

import org.jspecify.annotations.NullMarked;
