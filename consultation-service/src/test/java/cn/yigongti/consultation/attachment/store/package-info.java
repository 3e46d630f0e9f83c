/**
 * Proves what attachments promise.
 */
@NullMarked
package cn.yigongti.consultation.attachment.store;

import org.jspecify.annotations.NullMarked;
