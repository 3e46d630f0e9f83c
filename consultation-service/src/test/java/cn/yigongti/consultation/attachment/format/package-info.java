/**
 * Proves what attachments promise.
 */
@NullMarked
package cn.yigongti.consultation.attachment.format;

import org.jspecify.annotations.NullMarked;
