/**
 * Identifiers that sort by the time they were made.
 */
@NullMarked
package cn.yigongti.platform.identifier;

import org.jspecify.annotations.NullMarked;
