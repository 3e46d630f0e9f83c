/**
 * The audit trails that the other services keep.
 */
@NullMarked
package cn.yigongti.iam.audit.directory;

import org.jspecify.annotations.NullMarked;
