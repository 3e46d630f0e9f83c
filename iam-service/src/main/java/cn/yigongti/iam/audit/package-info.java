/**
 * Who did what, wherever on the platform: the audit trails of all services as one list.
 */
@NullMarked
package cn.yigongti.iam.audit;

import org.jspecify.annotations.NullMarked;
