/**
 * Child processes that can't outlive us: however this JVM ends, {@code SIGKILL} included,
 * its children notice and end, too.
 */
@NullMarked
package cn.yigongti.dev.process;

import org.jspecify.annotations.NullMarked;
