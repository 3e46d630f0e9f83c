/**
 * What other services still have under way for an organization. Asked for before it
 * closes, never kept. Each owner of such work is one {@link WorkOwner} with a client of
 * its own; nothing else knows how many there are.
 */
@NullMarked
package cn.yigongti.org.openwork;

import org.jspecify.annotations.NullMarked;
