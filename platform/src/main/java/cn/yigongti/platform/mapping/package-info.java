/**
 * Lets SQL of our own, which lists need, be read by the same mapping as the repositories
 * use.
 */
@NullMarked
package cn.yigongti.platform.mapping;

import org.jspecify.annotations.NullMarked;
