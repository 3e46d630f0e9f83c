/**
 * Personal data at rest: encryption of single fields and keyed hashes to find them by
 * exact match.
 */
@NullMarked
package cn.yigongti.platform.crypto;

import org.jspecify.annotations.NullMarked;
