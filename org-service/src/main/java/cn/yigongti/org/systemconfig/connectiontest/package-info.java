/**
 * Tells somebody who configures an organization whether its Cloud HIS can be asked, and
 * if not, what stands in the way; nothing that the other side says goes any further.
 */
@NullMarked
package cn.yigongti.org.systemconfig.connectiontest;

import org.jspecify.annotations.NullMarked;
