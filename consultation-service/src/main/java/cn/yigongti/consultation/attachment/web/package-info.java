/**
 * Attachments over HTTP.
 */
@NullMarked
package cn.yigongti.consultation.attachment.web;

import org.jspecify.annotations.NullMarked;
