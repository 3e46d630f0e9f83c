/**
 * Applying for a consultation, changing what is asked, and until when it is to be
 * answered.
 */
@NullMarked
package cn.yigongti.consultation.submission;

import org.jspecify.annotations.NullMarked;
