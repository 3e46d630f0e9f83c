/**
 * Proves what attachments promise.
 */
@NullMarked
package cn.yigongti.consultation.attachment.web;

import org.jspecify.annotations.NullMarked;
