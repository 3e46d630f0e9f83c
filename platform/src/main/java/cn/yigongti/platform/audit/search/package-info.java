/**
 * Looking into the service's own audit trail.
 */
@NullMarked
package cn.yigongti.platform.audit.search;

import org.jspecify.annotations.NullMarked;
