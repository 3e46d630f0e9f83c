/**
 * Changes that cannot overwrite each other: entity tags, If-Match and JSON merge patch.
 */
@NullMarked
package cn.yigongti.platform.version;

import org.jspecify.annotations.NullMarked;
