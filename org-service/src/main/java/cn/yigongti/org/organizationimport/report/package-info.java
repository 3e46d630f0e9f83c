/**
 * Tables that we hand out: an empty one to fill in, and the one that was handed in with
 * what became of each row.
 */
@NullMarked
package cn.yigongti.org.organizationimport.report;

import org.jspecify.annotations.NullMarked;
