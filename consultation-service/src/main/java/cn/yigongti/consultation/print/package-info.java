/**
 * Reports on paper: what the centre signed, as a PDF that looks the same everywhere.
 */
@NullMarked
package cn.yigongti.consultation.print;

import org.jspecify.annotations.NullMarked;
