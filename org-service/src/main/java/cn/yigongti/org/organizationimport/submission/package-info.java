/**
 * Takes files in.
 */
@NullMarked
package cn.yigongti.org.organizationimport.submission;

import org.jspecify.annotations.NullMarked;
