/**
 * What must not be known to others: made at random for each state folder, kept in files
 * that only their owner can read, and never handed over on a command line.
 */
@NullMarked
package cn.yigongti.dev.secrets;

import org.jspecify.annotations.NullMarked;
