/**
 * Where the bytes of attachments lie.
 */
@NullMarked
package cn.yigongti.consultation.attachment.store;

import org.jspecify.annotations.NullMarked;
