/**
 * Images that are safe to show, whatever they were made of.
 */
@NullMarked
package cn.yigongti.org.systemconfig.icon.image;

import org.jspecify.annotations.NullMarked;
