/**
 * What changes in the register, for systems that follow it: each organization once, at
 * its latest change, so that whoever begins reads the whole register and then only what
 * is new. Nothing is skipped, in whatever order transactions commit (see ADR 17).
 */
@NullMarked
package cn.yigongti.org.changefeed;

import org.jspecify.annotations.NullMarked;
