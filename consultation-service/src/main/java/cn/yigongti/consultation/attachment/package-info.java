/**
 * Files that a side adds to a consultation: pictures, PDF and DICOM files, as they are.
 */
@NullMarked
package cn.yigongti.consultation.attachment;

import org.jspecify.annotations.NullMarked;
