/**
 * Drawings, of which only what draws is kept. A list of what is allowed is the rule, and
 * what is on no list is refused rather than left out: a drawing is either shown as its
 * author meant it or not at all.
 */
@NullMarked
package cn.yigongti.org.systemconfig.icon.image.svg;

import org.jspecify.annotations.NullMarked;
