/**
 * The platform's own programs: from the jars that the build made to processes that
 * answer, each with a configuration that only it and we can read.
 */
@NullMarked
package cn.yigongti.dev.services;

import org.jspecify.annotations.NullMarked;
