/**
 * The public codes an organization carries, checked character by character, so that a
 * slip of the finger is found where it was made and not a year later in a national
 * report.
 */
@NullMarked
package cn.yigongti.org.code;

import org.jspecify.annotations.NullMarked;
