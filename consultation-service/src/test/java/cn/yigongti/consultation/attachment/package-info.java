/**
 * Proves what attachments promise.
 */
@NullMarked
package cn.yigongti.consultation.attachment;

import org.jspecify.annotations.NullMarked;
