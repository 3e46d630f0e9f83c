/**
 * The trail of who looked at or did what: what of a request is written down, in the
 * transaction of what it records, and denials as well. See docs/adr/0020.
 */
@NullMarked
package cn.yigongti.platform.audit;

import org.jspecify.annotations.NullMarked;
