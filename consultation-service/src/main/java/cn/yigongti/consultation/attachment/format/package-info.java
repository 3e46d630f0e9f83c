/**
 * What a file is, told by its content alone: neither its name nor what its sender calls
 * it counts.
 */
@NullMarked
package cn.yigongti.consultation.attachment.format;

import org.jspecify.annotations.NullMarked;
