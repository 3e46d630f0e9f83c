/**
 * What may pass the edge in a header, in and out: nothing a service trusts comes from
 * outside, and every answer tells browsers how to treat it.
 */
@NullMarked
package cn.yigongti.gateway.headers;

import org.jspecify.annotations.NullMarked;
