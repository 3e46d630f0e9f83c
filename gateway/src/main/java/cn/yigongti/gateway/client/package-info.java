/**
 * Who is at the other end of a connection: behind an edge proxy the peer is not the
 * client, and what says otherwise may be believed only when a known proxy says it.
 */
@NullMarked
package cn.yigongti.gateway.client;

import org.jspecify.annotations.NullMarked;
