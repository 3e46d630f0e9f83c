/**
 * The audit trail's chain on a real server, whose database the service doesn't own.
 */
@NullMarked
package cn.yigongti.platform.audit.chain;

import org.jspecify.annotations.NullMarked;
