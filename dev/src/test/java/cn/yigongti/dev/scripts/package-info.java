/**
 * Proves the shell scripts behind the Makefile, which run before there is any Java.
 */
@NullMarked
package cn.yigongti.dev.scripts;

import org.jspecify.annotations.NullMarked;
