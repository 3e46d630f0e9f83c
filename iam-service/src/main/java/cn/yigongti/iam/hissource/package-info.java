/**
 * Which Cloud HIS answers for an organization's staff, and how far each has been read.
 */
@NullMarked
package cn.yigongti.iam.hissource;

import org.jspecify.annotations.NullMarked;
