/**
 * The icon of an organization's systems, which organizations below it and the members it
 * leads show as well. Icons come from anywhere and are shown by browsers, so none is kept
 * as it was sent.
 */
@NullMarked
package cn.yigongti.org.systemconfig.icon;

import org.jspecify.annotations.NullMarked;
