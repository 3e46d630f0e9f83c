/**
 * Bitmaps, taken apart and put together anew from what is seen. This much of the format
 * is simpler than bending a decoder to it: those at hand don't check sums or what comes
 * after the image, unpack text they should leave alone, and would carry AWT into the
 * service.
 */
@NullMarked
package cn.yigongti.org.systemconfig.icon.image.png;

import org.jspecify.annotations.NullMarked;
